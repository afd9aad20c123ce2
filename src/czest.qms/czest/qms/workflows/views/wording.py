"""Words of the panel: numbers of objects, days, months, and those whom operations name."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.operations.roles import TITLES
from czest.qms.workflows import definitions
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

#: Short names of the months, as they stand under bars.
MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May (short)"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


def objects(workflow_id, count):
    """Return a number of objects of a workflow as a Message: ``2 wydania``."""
    return counted(count, *NOUNS[workflow_id])


def days(count):
    """Return a number of days as a Message."""
    return counted(count, _("${count} day"), _("${count} days (few)"), _("${count} days (many)"))


def short_month(month):
    """Return the short name of a month ``YYYY-MM``, a Message."""
    return MONTHS[int(month.partition("-")[2]) - 1]


def people(words, request):
    """Return those whom words of ``operations.roles`` name, as one text."""
    return ", ".join(translate(TITLES[word], context=request) for word in words)


def who_does_it(facts, request):
    """Return who may do an operation and on what condition, as one text: ``autor; opis zmiany i trasa uzupełnione``."""
    parts = [people(facts.who, request)]
    if facts.condition is not None:
        parts.append(translate(facts.condition, context=request))
    return "; ".join(part for part in parts if part)
