"""Registering a document: it gets its identity, and a symbol that is never used again (PR-5)."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.access import apply_access
from czest.qms.documents.checks import check_control_data
from czest.qms.documents.checks import check_jrwa
from czest.qms.documents.checks import raise_all
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.making import make
from czest.qms.documents.openness import check_basis
from czest.qms.documents.openness import usual_basis
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.rules.numbering import is_symbol
from czest.qms.documents.schema import IAdministrativeData
from czest.qms.documents.schema import IControlData
from czest.qms.documents.settings import pattern_of
from czest.qms.operations.base import actor
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.roles import AUTHOR_BY_POST
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.interfaces import IDirectory
from plone.autoform import directives
from plone.uuid.interfaces import IUUIDGenerator
from zope import schema
from zope.component import getUtility
from zope.schema import getFieldNames


#: Fields that only the quality officer fills in.
OFFICERS_FIELDS = ("symbol", "openness", "openness_basis")
IDENTITY = (*getFieldNames(IControlData), *getFieldNames(IAdministrativeData))


class IRegister(IControlData, IAdministrativeData):
    """Input of the registration."""

    directives.order_before(kind="*")
    directives.order_after(symbol="kind")
    kind = schema.Choice(title=_("Kind"), vocabulary="czest.qms.Kinds", default="Procedure")
    symbol = schema.TextLine(
        title=_("Symbol"),
        description=_("Left empty, the next number of the series is allotted."),
        required=False,
        max_length=40,
    )


def check_symbol(symbol):
    """Return what is wrong with a symbol chosen by hand, as ``(field, Message)`` pairs."""
    if not is_symbol(symbol):
        return [("symbol", _("A symbol has capital letters, digits, hyphens and dots, such as PS-08."))]
    numbering = getUtility(INumbering)
    if not numbering.is_taken(symbol):
        return []
    free = numbering.free_neighbour(symbol)
    if free is None:
        return [("symbol", _("Symbol ${symbol} is taken.", mapping={"symbol": symbol}))]
    return [("symbol", _("Symbol ${symbol} is taken. Free: ${free}.", mapping={"symbol": symbol, "free": free}))]


def make_document(library, data):
    """Make a document from checked input and return it.

    Parameters:
        library: the library.
        data: fields of :class:`IRegister`; without ``symbol`` the next number of the series is allotted.
    """
    uid = getUtility(IUUIDGenerator)()
    numbering = getUtility(INumbering)
    symbol = data.get("symbol")
    if symbol:
        numbering.reserve(symbol, uid)
    else:
        symbol = numbering.allot(pattern_of(data["kind"]), data["owner_unit"], uid)
    values = {name: data[name] for name in IDENTITY}
    values["openness"] = values["openness"] or getUtility(IClassification).default_openness(data["kind"])
    values["openness_basis"] = values["openness_basis"] or usual_basis(data["kind"], values["openness"])
    document = make(
        library, data["kind"], symbol, {**values, "symbol": symbol, "_plone.uuid": uid, "creators": (actor(),)}
    )
    apply_access(document)
    return document


class Register(Operation):
    """Make a new document without any edition."""

    id = "register"
    title = _("Register a document")
    heading = _("Registration of a document")
    done = _("The document was registered. Begin its first edition.")
    not_done = _("Not registered.")
    busy = _("Registering…")
    icon = "file-earmark-plus"
    schema = IRegister
    permission = "czest.qms: Register document"
    order = 10
    emphasis = "primary"
    who = (AUTHOR_BY_POST, OFFICER)

    def defaults(self):
        """Begin with the unit of the person."""
        units = getUtility(IDirectory).units_of(actor())
        return {"kind": "Procedure", **({"owner_unit": sorted(units)[0]} if units else {})}

    def withheld(self):
        return () if is_officer(self.context) else OFFICERS_FIELDS

    def consequences(self):
        return [
            _("The document gets its symbol, which is never used again."),
            _("Nothing is in force yet: the first edition is written next."),
        ]

    def check(self, data):
        if not is_officer(self.context):
            self._refuse_officers_fields(data)
        errors = check_symbol(data["symbol"]) if data["symbol"] else []
        errors += check_basis(data["kind"], data["openness"], data["openness_basis"])
        raise_all(errors + check_control_data(data) + check_jrwa(data))

    def _refuse_officers_fields(self, data):
        if data["openness"] or data["openness_basis"]:
            raise NotPermitted(
                _("Not registered: openness is decided by the quality officer."),
                [("openness", _("Decided by the quality officer."))],
            )
        if data["symbol"]:
            raise NotPermitted(
                _("Not registered: only the quality officer chooses a symbol by hand."),
                [("symbol", _("Chosen by the quality officer only."))],
            )

    def write(self, data):
        document = make_document(self.context, data)
        return Outcome(document, details={"symbol": document.symbol, "kind": document.portal_type})
