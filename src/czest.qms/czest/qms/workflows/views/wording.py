"""Words of the panel: numbers of objects, days, months, and those whom operations name."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.operations.roles import TITLES
from czest.qms.workflows import definitions
import datetime
from zope.i18n import translate


#: Workflow → its objects after a number.
NOUNS = {
    definitions.EDITION: (_("${count} edition"), _("${count} editions (few)"), _("${count} editions (many)")),
    definitions.DOCUMENT: (_("${count} document"), _("${count} documents (few)"), _("${count} documents (many)")),
    definitions.RECORD: (_("${count} record"), _("${count} records (few)"), _("${count} records (many)")),
    definitions.BULLETIN_WORKFLOW: (_("${count} entry"), _("${count} entries (few)"), _("${count} entries (many)")),
    definitions.SERIES: (_("${count} series"), _("${count} series (few)"), _("${count} series (many)")),
    definitions.DISPOSAL: (_("${count} list"), _("${count} lists (few)"), _("${count} lists (many)")),
    definitions.ACT: (_("${count} act"), _("${count} acts (few)"), _("${count} acts (many)")),
}

MONTHS = (
    (_("Jan"), _("January")),
    (_("Feb"), _("February")),
    (_("Mar"), _("March")),
    (_("Apr"), _("April")),
    (_("May (short)"), _("May")),
    (_("Jun"), _("June")),
    (_("Jul"), _("July")),
    (_("Aug"), _("August")),
    (_("Sep"), _("September")),
    (_("Oct"), _("October")),
    (_("Nov"), _("November")),
    (_("Dec"), _("December")),
)


def objects(workflow_id, count):
    """Return a number of objects of a workflow as a Message: ``2 wydania``."""
    return counted(count, *NOUNS[workflow_id])


def days(count):
    """Return a number of days as a Message."""
    return counted(count, _("${count} day"), _("${count} days (few)"), _("${count} days (many)"))


def month_names(month):
    """Return a month ``YYYY-MM`` as a pair of Messages: short, and whole with its year."""
    day = datetime.date.fromisoformat(f"{month}-01")
    short, whole = MONTHS[day.month - 1]
    return short, _("${month} ${year}", mapping={"month": whole, "year": str(day.year)})


def people(words, request):
    """Return those whom words of ``operations.roles`` name, as one text."""
    return ", ".join(translate(TITLES[word], context=request) for word in words)


def who_does_it(facts, request):
    """Return who may do an operation and on what condition, as one text: ``autor; opis zmiany i trasa uzupełnione``."""
    parts = [people(facts.who, request)]
    if facts.condition is not None:
        parts.append(translate(facts.condition, context=request))
    return "; ".join(part for part in parts if part)
