"""Words of the comparison: numbers of changes, what is unchanged, values of control data."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.comparison import Labels
from czest.qms.documents.rules.access import EVERYBODY
from czest.qms.documents.views.reading.titleblock import unit_title
from czest.qms.documents.views.reading.titleblock import vocabulary_title
from czest.qms.language.numerals import counted
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.i18n import translate


def count_of_changes(number):
    """Return "6 changes" as a Message."""
    return counted(number, _("${count} change"), _("${count} changes (few)"), _("${count} changes (many)"))


def labels(request):
    """Return the words that stand inside the compared text, translated."""

    def translated(message):
        return translate(message, context=request)

    return Labels(
        added=translated(_("added:")),
        removed=translated(_("removed:")),
        change=lambda number: translated(_("change ${number}", mapping={"number": number})),
        unchanged=lambda sections: translated(unchanged(sections)),
    )


def unchanged(sections):
    """Return the sentence that stands for folded sections."""
    names = [section.number.rstrip(".") or section.title for section in sections]
    names = [name for name in names if name]
    if not names:
        return _("Beginning unchanged – show")
    if len(names) == 1:
        return _("Section ${section} unchanged – show", mapping={"section": names[0]})
    mapping = {"sections": ", ".join(names[:-1]), "last": names[-1]}
    return _("Sections ${sections} and ${last} unchanged – show", mapping=mapping)


def value_words(name, value):
    """Return one value of a field of control data in words: a text or a Message."""
    if name == "owner_unit" or (name == "distribution" and value != EVERYBODY):
        return unit_title(getUtility(IDirectory), value)
    if name == "distribution":
        return _("all staff")
    if name == "access":
        return vocabulary_title("czest.qms.Access", value)
    scheme = {"process": "process", "iso_clauses": "iso_clause", "control_standards": "control_standard"}.get(name)
    return getUtility(IClassification).title(scheme, value) if scheme else value
