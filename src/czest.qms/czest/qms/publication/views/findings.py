"""Findings as the pages show them: numbered, verdict first, tied to the files and fields that they are about."""

from czest.qms import _
from czest.qms.publication.operations.base import sentence
from czest.qms.publication.rules import places
from czest.qms.publication.rules.findings import BLOCKS
from czest.qms.publication.rules.findings import Finding
from czest.qms.publication.rules.findings import REMOVED
from czest.qms.publication.rules.findings import WARNS
from czest.qms.publication.rules.overrides import NEED_ACCESS
from dataclasses import dataclass
from zope.i18n import translate


#: Severity → verdict, icon and look, in the order of the list.
VERDICTS = {
    BLOCKS: (_("Blocks"), "slash-circle-fill", "void"),
    WARNS: (_("Warns"), "exclamation-triangle-fill", "wait"),
    REMOVED: (_("Removed"), "check-circle-fill", "force"),
}


@dataclass(frozen=True)
class Row:
    """One finding.

    Parameters:
        number: shown at the finding and at the places that it is about, from 1.
        finding: the Finding.
        verdict, icon, look: see VERDICTS.
        message: what was found and what is to be done, in the language of the reader.
        place: where, in the language of the reader.
    """

    number: int
    finding: object
    verdict: str
    icon: str
    look: str
    message: str
    place: str

    @property
    def anchor(self):
        """Id of the finding on the page."""
        return f"finding-{self.number}"

    @property
    def file(self):
        """The part of the place that names a file, or an empty text."""
        return self.finding.place.partition("#")[0] if self.finding.place.startswith("file:") else ""

    @property
    def needs_access(self):
        """Whether answering for it asks how people get at the content otherwise (A11Y-3)."""
        return self.finding.rule in NEED_ACCESS


def decided_on(case):
    """Return the Findings on which a case was decided, in the words of that time."""
    found = (case.decision or {}).get("findings", ())
    return [Finding(each["rule"], each["severity"], each["place"], each["message"]) for each in found]


def rows_of(findings, request):
    """Return the Rows of findings, those that block first."""
    order = list(VERDICTS)
    ordered = sorted(findings, key=lambda finding: order.index(finding.severity))
    return [row(number, finding, request) for number, finding in enumerate(ordered, 1)]


def row(number, finding, request):
    """Return the Row of one finding."""
    verdict, icon, look = VERDICTS[finding.severity]
    title, mapping = places.title(finding.place)
    place = translate(_(title, mapping=mapping), context=request)
    return Row(number, finding, verdict, icon, look, sentence(finding, request), place)


def at_file(rows, name):
    """Return the Rows about a file.

    Parameters:
        name: its name inside.
    """
    return [each for each in rows if each.file == places.of_file(name)]


def at_place(rows, *asked):
    """Return the Rows about a field or another place."""
    return [each for each in rows if each.finding.place in asked]
