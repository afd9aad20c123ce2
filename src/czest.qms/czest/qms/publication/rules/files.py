"""Rules on files: what they are, what they do when opened, and what they hold beside what is seen."""

from collections.abc import Callable
from collections.abc import Iterator
from czest.qms.documents.files import media_type
from czest.qms.documents.files.classified import mentions_classification
from czest.qms.documents.files.names import check_name
from czest.qms.publication.rules import places
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.case import CaseFile
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.findings import REMOVED
from czest.qms.publication.rules.findings import WARNS
from czest.qms.publication.rules.html_text import text_of
from czest.qms.publication.rules.reports import CRASHED
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.rules.reports import NONSENSE
from czest.qms.publication.rules.reports import TIMEOUT
from czest.qms.publication.rules.reports import TOO_LONG
from czest.qms.publication.rules.rule import Observation
from czest.qms.publication.rules.rule import Rule
from czest.qms.publication.rules.terms import terms_of


#: Formats of annex 2 to the KRI regulation that can be searched and made anew, hence published (SEC-3).
PUBLIC_MEDIA_TYPES = {
    **{extension: media_type(f"file.{extension}") for extension in ("pdf", "docx", "odt", "txt", "csv")},
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}

_UNSAFE_IN_NAMES = frozenset('<>"|?*')

_FAILURES = {
    TIMEOUT: _("The file could not be screened: it took too long."),
    CRASHED: _("The file could not be screened: it made the screening fail."),
    NONSENSE: _("The file could not be screened: the answer was not understood."),
    TOO_LONG: _("The file could not be screened: there is too much in it."),
}
_UNREADABLE = _("The file could not be screened: it cannot be read.")

_TYPE_REFUSALS = frozenset({"type", "declared-type", "mismatch"})
_PROTECTION_REFUSALS = frozenset({"password", "locked"})
_MACRO_REFUSALS = frozenset({"macro"})
_CLASSIFICATION_REFUSALS = frozenset({"classified"})

Check = Callable[[Case], Iterator[Observation]]


def _each_file(message: str, seen: Callable[[FileReport], bool]) -> Check:
    """Return a check that says the message at every file in whose report something is seen."""

    def check(case: Case) -> Iterator[Observation]:
        for file in case.files:
            if seen(file.report):
                yield Observation(places.of_file(file.name), message)

    return check


def _named(message: str, names: Callable[[FileReport], tuple[str, ...]]) -> Check:
    """Return a check that says the message with what was found, for every file in which something was."""

    def check(case: Case) -> Iterator[Observation]:
        for file in case.files:
            found = names(file.report)
            if found:
                yield Observation(places.of_file(file.name), message, terms=terms_of(found))

    return check


def _screened(case: Case) -> Iterator[Observation]:
    for file in case.files:
        report = file.report
        # A report that recognised nothing and refused nothing was never made.
        failure = report.failure or ("" if report.format or report.refusals else "unreadable")
        if failure:
            yield Observation(places.of_file(file.name), _FAILURES.get(failure, _UNREADABLE))


def _names(case: Case) -> Iterator[Observation]:
    seen: set[str] = set()
    for file in case.files:
        if check_name(file.name) or _UNSAFE_IN_NAMES.intersection(file.name):
            yield Observation(places.of_file(file.name), _("The name of the file is not a plain name: rename it."))
        elif file.name in seen:
            yield Observation(places.of_file(file.name), _("Two files have the same name: rename one."))
        seen.add(file.name)


def _refused(codes: Callable[[str], bool]) -> Check:
    def check(case: Case) -> Iterator[Observation]:
        for file in case.files:
            for refusal in file.report.refusals:
                if codes(refusal.code):
                    texts = dict(pair for pair in refusal.texts if len(pair) == 2)
                    yield Observation(places.of_file(file.name), refusal.message, texts)

    return check


def _type(case: Case) -> Iterator[Observation]:
    yield from _refused(_TYPE_REFUSALS.__contains__)(case)
    for file in case.files:
        if file.report.format and file.report.format not in PUBLIC_MEDIA_TYPES:
            message = _("Files of this type cannot be published. Publish one of: ${types}.")
            yield Observation(places.of_file(file.name), message, {"types": ", ".join(sorted(PUBLIC_MEDIA_TYPES))})


def _damaged(code: str) -> bool:
    others = _TYPE_REFUSALS | _PROTECTION_REFUSALS | _MACRO_REFUSALS | _CLASSIFICATION_REFUSALS
    return code not in others


def _classified(case: Case) -> Iterator[Observation]:
    message = _("It looks marked as classified. Classified information must not be in this system at all.")
    for file in case.files:
        if file.report.classified or any(each.code in _CLASSIFICATION_REFUSALS for each in file.report.refusals):
            yield Observation(places.of_file(file.name), message)
    for name in ("title", "summary", "what_changed", "body"):
        if mentions_classification(text_of(getattr(case, name)).splitlines()):
            yield Observation(places.of_field(name), message)


def _hidden(case: Case) -> Iterator[Observation]:
    message = _("There is hidden text here. Remove it or show it.")
    for file in case.files:
        for part in dict.fromkeys(file.report.hidden):
            yield Observation(places.of_file(file.name, part), message)


def _covered(case: Case) -> Iterator[Observation]:
    message = _("There is text here that nobody sees but anybody can copy, as under a black box. Redact it truly.")
    for file in case.files:
        for page in dict.fromkeys(file.report.covered):
            yield Observation(places.of_file(file.name, str(page)), message)


def _removable(report: FileReport) -> tuple[str, ...]:
    return () if report.signed else report.metadata


def _revealing(report: FileReport) -> tuple[str, ...]:
    return report.revealing if report.signed else ()


def of_one_file(file: CaseFile, case: Case) -> Case:
    """Return a case of nothing but one file, for rules on files."""
    return Case(case.today, files=(file,), office=case.office)


RULES = (
    Rule("file-screened", "RODO-3", _screened),
    Rule("file-name", "RODO-3", _names),
    Rule("file-type", "SEC-3", _type),
    Rule("file-damaged", "SEC-3", _refused(_damaged)),
    Rule("file-protected", "BIP-8", _refused(_PROTECTION_REFUSALS.__contains__)),
    Rule("file-macros", "SEC-3", _refused(_MACRO_REFUSALS.__contains__)),
    Rule("malware", "SEC-2", _each_file(_("A scanner would report this file as harmful."), lambda it: it.malware)),
    Rule(
        "polyglot",
        "SEC-2",
        _named(_("The file is at the same time a file of another kind (${found})."), lambda it: it.foreign),
    ),
    Rule("active-content", "SEC-2", _named(_("The file acts when it is opened (${found})."), lambda it: it.active)),
    Rule("embedded-files", "RODO-1", _named(_("There are other files inside (${found})."), lambda it: it.embedded)),
    Rule("classified", "SEC-5", _classified),
    Rule(
        "tracked-changes",
        "RODO-1",
        _each_file(_("There are tracked changes. Accept or reject them all."), lambda it: it.tracked_changes > 0),
    ),
    Rule("comments", "RODO-1", _each_file(_("There are comments. Delete them all."), lambda it: it.comments > 0)),
    Rule("hidden-text", "RODO-1", _hidden),
    Rule("covered-text", "RODO-1", _covered, overridable=True),
    Rule(
        "covered-text-unchecked",
        "RODO-1",
        _each_file(
            _("It has too many pages to look for covered text on all of them."), lambda it: it.covered_unchecked
        ),
        WARNS,
    ),
    Rule("metadata-removed", "RODO-1", _named(_("Removed from the public file: ${found}."), _removable), REMOVED),
    Rule(
        "metadata-signed",
        "SIG-4",
        _named(_("A signed file must not be changed, and this one tells about people: ${found}."), _revealing),
    ),
    Rule(
        "signed-altered",
        "SIG-4",
        _each_file(_("Something was added after the file was signed."), lambda it: it.signed and it.altered),
    ),
    Rule(
        "signed-versions",
        "RODO-1",
        _each_file(
            _("Earlier versions of the content can be restored from this signed file."),
            lambda it: it.signed and it.earlier_versions,
        ),
    ),
)
