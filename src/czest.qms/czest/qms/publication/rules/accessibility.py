"""Rules on accessibility (act of 4.04.2019; A11Y-3)."""

from collections.abc import Callable
from collections.abc import Iterator
from czest.qms.publication.rules import places
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.case import CaseFile
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.findings import WARNS
from czest.qms.publication.rules.html_text import text_of
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.rules.rule import Observation
from czest.qms.publication.rules.rule import Rule


def readable(report: FileReport) -> bool:
    """Tell whether everything a file shows can also be read by a machine."""
    return report.has_text and not report.pages_without_text


def accessible(report: FileReport) -> bool:
    """Tell whether the checks of A11Y-3 find nothing."""
    named = report.title and bool(report.language)
    structured = report.tagged and report.pdf_ua if report.format == "pdf" else True
    plain = report.format in ("txt", "csv")
    return not report.failure and readable(report) and (plain or (named and structured))


def _scans(case: Case) -> Iterator[tuple[CaseFile, bool]]:
    """Yield the files without text, and whether something else says the same."""
    readable_names = {file.name for file in case.files if readable(file.report) and not file.report.failure}
    body = bool(text_of(case.body).strip())
    for file in case.files:
        if file.report.format and not file.report.failure and not readable(file.report):
            yield file, body or bool(readable_names - {file.name})


def _text_layer(case: Case) -> Iterator[Observation]:
    for file, alternative in _scans(case):
        if not alternative:
            message = _("There is a picture of text here and no text. Add the text or a second file that has it.")
            yield Observation(places.of_file(file.name), message)


def _text_layer_alternative(case: Case) -> Iterator[Observation]:
    for file, alternative in _scans(case):
        if alternative:
            message = _("There is a picture of text here. Make sure that the text beside it says all of it.")
            yield Observation(places.of_file(file.name), message)


def _lacks(message: str, lacks: Callable[[FileReport], bool]) -> Callable[[Case], Iterator[Observation]]:
    def check(case: Case) -> Iterator[Observation]:
        for file in case.files:
            report = file.report
            if report.format in ("pdf", "docx", "odt") and not report.failure and lacks(report):
                yield Observation(places.of_file(file.name), message)

    return check


def _pdf_lacks(message: str, lacks: Callable[[FileReport], bool]) -> Callable[[Case], Iterator[Observation]]:
    return _lacks(message, lambda report: report.format == "pdf" and lacks(report))


RULES = (
    Rule("text-layer", "A11Y-3", _text_layer, overridable=True),
    Rule("text-layer-alternative", "A11Y-3", _text_layer_alternative, WARNS),
    Rule("title", "A11Y-3", _lacks(_("The file has no title of its own."), lambda it: not it.title), WARNS),
    Rule("language", "A11Y-3", _lacks(_("The file does not say its language."), lambda it: not it.language), WARNS),
    Rule(
        "tags",
        "A11Y-3",
        _pdf_lacks(_("The PDF has no structure (tags), so a screen reader has to guess."), lambda it: not it.tagged),
        WARNS,
    ),
    Rule(
        "pdf-ua",
        "A11Y-3",
        _pdf_lacks(_("The PDF does not say that it conforms to PDF/UA."), lambda it: not it.pdf_ua),
        WARNS,
    ),
)
