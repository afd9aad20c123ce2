"""Proposing what is due: the list is made, and its records wait (§ 9 of the regulation of 20.10.2015; ARCH-6, ARCH-8)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.due import due_records
from czest.qms.disposal.due import in_order
from czest.qms.disposal.finding import record_named
from czest.qms.disposal.judging import candidate
from czest.qms.disposal.making import make_list
from czest.qms.disposal.operations.base import DISPOSE
from czest.qms.disposal.rules.candidates import problems_of
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.selections import Selection
from czest.qms.disposal.sentences import about
from czest.qms.disposal.work import AT_ONCE
from czest.qms.disposal.work import begin
from czest.qms.documents.checks import raise_all
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.records.rules.case_signs import order
from czest.qms.register.catalog_sets import for_current_user
from plone.supermodel import model
from zope import schema
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


class IPropose(model.Schema):
    """Input of a proposal."""

    category = schema.TextLine(
        title=_("Archival category"),
        description=_("B, BE, Bc or A; or one category such as B5. A list holds records of one kind only."),
        max_length=10,
    )
    records = schema.List(
        title=_("Records"),
        description=_("Their addresses, UIDs or symbols. Left empty, everything that is due."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    title = schema.TextLine(title=_("Title"), required=False, max_length=250)
    unit = schema.Choice(
        title=_("Unit"),
        description=_("Of everything that is due, only the records of this unit."),
        vocabulary="czest.qms.Units",
        required=False,
    )
    year_until = schema.Int(
        title=_("Closed up to the year"),
        description=_("Of everything that is due, only the records of cases closed up to this year."),
        required=False,
        min=1900,
        max=2999,
    )


class IProposeForm(model.Schema):
    """The same in the browser, of everything that is due."""

    category = schema.Choice(
        title=_("Archival category"),
        description=_("A list holds records of one kind only."),
        vocabulary="czest.qms.DisposalCategories",
    )
    unit = schema.Choice(
        title=_("Unit"),
        description=_("Not chosen, all units."),
        vocabulary="czest.qms.Units",
        required=False,
    )
    year_until = schema.Int(
        title=_("Closed up to the year"),
        description=_("Left empty, everything that is due today."),
        required=False,
        min=1900,
        max=2999,
    )
    title = schema.TextLine(
        title=_("Title"), description=_("Left empty, one that says the category."), required=False, max_length=250
    )


class Propose(Operation):
    """Make a disposal or transfer list of records that are due."""

    id = "propose"
    title = _("Propose for disposal")
    heading = _("A new disposal list")
    done = _("The list was made.")
    not_done = _("The list was not made.")
    busy = _("Making the list…")
    icon = "list-check"
    schema = IPropose
    form_schema = IProposeForm
    permission = DISPOSE
    order = 50
    who = (ARCHIVIST,)
    condition = _("years of keeping are over")

    def defaults(self):
        """Return what the address suggests: the cell of the table of the archive from which the person came."""
        known = {
            "category": getUtility(IVocabularyFactory, "czest.qms.DisposalCategories")(self.context),
            "unit": getUtility(IVocabularyFactory, "czest.qms.Units")(self.context),
        }
        asked = {name: self.request.form.get(name) for name in known}
        return {name: value for name, value in asked.items() if isinstance(value, str) and value in known[name]}

    def consequences(self):
        return [
            _("The records wait on the list; nothing is destroyed before the state archive has consented."),
            _("Category A makes a list of what is handed over to the state archive."),
        ]

    def check(self, data):
        selection = _selection(data["category"])
        raise_all(self._check_narrowing(data))
        self.planned = self._named(data["records"], selection) if data["records"] else self._due(data, selection)

    def _check_narrowing(self, data):
        """What is named is not narrowed."""
        if not data["records"]:
            return []
        sentence = _("Give either records or what narrows everything that is due.")
        return [(name, sentence) for name in ("unit", "year_until") if data[name] is not None]

    def _named(self, names, selection):
        """Return the UIDs of the records named, in order; refuse with a sentence for each that may not stand there."""
        found, errors = {}, []
        for name in names:
            record = record_named(name)
            if record is None:
                errors.append(("records", _("There is no record ${name}.", mapping={"name": name})))
                continue
            problems = problems_of(candidate(record), selection, clock.today())
            errors += [("records", about(record.symbol, problem)) for problem in problems]
            found[uid_of(record)] = (order(record.case_sign or ""), record.symbol)
        if errors:
            raise InvalidInput(_("The list was not made."), errors)
        return sorted(found, key=found.get)

    def _due(self, data, selection):
        sets = for_current_user()
        due = due_records(sets, selection, clock.today(), data["unit"], data["year_until"])
        if not due:
            raise InvalidInput(
                _("The list was not made."),
                [("category", _("Nothing of category ${category} is due.", mapping={"category": str(selection)}))],
            )
        return in_order(sets, due)

    def write(self, data):
        content = make_list(data["category"], data["title"], data["unit"], data["year_until"])
        is_complete = begin(content, "making", self.id, self.planned)
        if is_complete and not content.rows:
            raise InvalidInput(_("The list was not made."), [("records", one) for one in left_out(content)])
        details = {"category": data["category"], "records": len(self.planned), "finished": is_complete}
        return Outcome(content, details=details, warnings=left_out(content)[:AT_ONCE])


def _selection(text):
    """Return the ``Selection`` written.

    Raises:
        InvalidInput: it is neither a kind nor a category.
    """
    try:
        return Selection.parse(text)
    except ValueError as error:
        sentence = _("One of B, BE, Bc and A, or a category such as B5.")
        raise InvalidInput(_("The list was not made."), [("category", sentence)]) from error


def left_out(content):
    """Return the Messages that tell which records are not on the list, and why."""
    return [about(symbol, Problem(code)) for symbol, codes in content.left_out.items() for code in codes]
