"""The protocol of the destruction closes the list (practice of offices; ARCH-9). It is itself of category A."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.disposal.operations.base import check_day
from czest.qms.disposal.operations.base import exclude
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.operations.base import open_rows
from czest.qms.disposal.papers import day_of
from czest.qms.disposal.papers import note
from czest.qms.disposal.rules.papers import missing_in
from czest.qms.disposal.rules.papers import Protocol
from czest.qms.disposal.rules.papers import PROTOCOL_CATEGORY
from czest.qms.documents.checks import raise_all
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.storing import stored
from czest.qms.documents.transitions import move
from czest.qms.language.dates import long_date
from czest.qms.operations.base import Outcome
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


#: Attribute of the rule's paper → field of the form, where they are called otherwise.
_FIELDS = {"members": "commission", "witness": "witnesses"}


class IRecordProtocol(model.Schema):
    """Input of the protocol; what was said at the destruction need not be said again."""

    sign = schema.TextLine(title=_("Case sign of the protocol"), max_length=60)
    directives.widget("commission", LinesFieldWidget)
    directives.widget("witnesses", LinesFieldWidget)
    commission = schema.List(
        title=_("Members of the commission"),
        description=_("Names with posts, one a line, two at least."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    witnesses = schema.List(
        title=_("Witnesses"),
        description=_("Names with posts, one a line."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    method = schema.TextLine(title=_("Method"), required=False, max_length=250, default="")
    destroyed_on = schema.Date(title=_("Destroyed on"), required=False)
    file = NamedBlobFile(title=_("Signed protocol"), required=False)


class RecordProtocol(ListOperation):
    """Complete the protocol and close the list."""

    id = "record-protocol"
    title = _("Record the protocol")
    heading = _("Protocol of the destruction by list ${symbol}")
    done = _("The protocol was recorded.")
    not_done = _("Not recorded.")
    busy = _("Recording…")
    icon = "file-earmark-check"
    schema = IRecordProtocol
    order = 90
    emphasis = "primary"
    fires = ("close",)
    condition = _("commission, method, day and witnesses of the destruction")

    def defaults(self):
        said = self.context.papers.get("destroyed", {})
        return {
            **{name: said.get(name) for name in ("commission", "witnesses", "method")},
            "destroyed_on": day_of(self.context, "destroyed"),
        }

    def consequences(self):
        return [
            _("The list is closed; rows that were not destroyed leave it, and their records are filed as before."),
            _("The protocol is kept for ever: it is of category A."),
        ]

    def _whole(self, data):
        """Return the input together with what was said at the destruction."""
        said = self.defaults()
        return {name: data[name] or said.get(name) for name in data}

    def _protocol(self, data):
        content = self.context
        return Protocol(
            sign=data["sign"],
            members=tuple(data["commission"] or ()),
            list_symbol=content.symbol,
            consent_number=content.consent_no,
            consent_day=content.consent_date,
            method=data["method"] or "",
            destroyed_on=data["destroyed_on"],
            witness="; ".join(data["witnesses"] or ()),
            units=sum(content.rows[number].units for number in content.done),
        )

    def check(self, data):
        whole = self._whole(data)
        missing = missing_in(self._protocol(whole))
        errors = [(_FIELDS.get(name, name), _MISSING.get(name, _("This field is required."))) for name in missing]
        errors += check_day("destroyed_on", data["destroyed_on"], self.context.consent_date)
        if data["file"] is not None:
            errors += screen_file("file", data["file"], ALLOWED_TYPES)
        raise_all(errors)

    def write(self, data):
        content, whole = self.context, self._whole(data)
        protocol = self._protocol(whole)
        content.protocol_file = stored(data["file"])
        fields = ("sign", "commission", "witnesses", "method", "destroyed_on")
        note(
            content,
            "protocol",
            clock.today(),
            **{name: whole[name] for name in fields},
            units=protocol.units,
            category=PROTOCOL_CATEGORY,
            text=text_of(protocol),
        )
        left = open_rows(content)
        move(content, "close")
        if left:
            exclude(content, left, "office", "Nie zniszczono do dnia protokołu", self.id)
        return Outcome(content, details={"sign": protocol.sign, "units": protocol.units, "left": left})


_MISSING = {"members": _("A commission has two members at least.")}


def text_of(protocol):
    """Return the text of a protocol: a paper of the office, hence in Polish.

    Parameters:
        protocol: a ``rules.papers.Protocol`` without gaps.
    """
    lines = [
        f"Protokół zniszczenia dokumentacji niearchiwalnej {protocol.sign}",
        f"Kategoria archiwalna protokołu: {PROTOCOL_CATEGORY}",
        f"Spis: {protocol.list_symbol}",
        f"Zgoda archiwum państwowego: {protocol.consent_number} z {long_date(protocol.consent_day)}",
        "Skład komisji:",
        *(f"– {member}" for member in protocol.members),
        f"Sposób zniszczenia: {protocol.method}",
        f"Data zniszczenia: {long_date(protocol.destroyed_on)}",
        f"Obecni przy zniszczeniu: {protocol.witness}",
        f"Liczba zniszczonych jednostek: {protocol.units}",
    ]
    return "\n".join(lines)
