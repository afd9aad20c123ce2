"""Rules on personal data found in texts and files (RODO-1, RODO-3)."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterator
from czest.qms.publication.rules import places
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.findings import WARNS
from czest.qms.publication.rules.html_text import text_of
from czest.qms.publication.rules.personal import search
from czest.qms.publication.rules.rule import Observation
from czest.qms.publication.rules.rule import Rule


_FIELDS = ("title", "summary", "what_changed", "body")


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the places and texts of the case that become public beside the files."""
    for name in _FIELDS:
        yield places.of_field(name), text_of(getattr(case, name))
    for ordinal, row in enumerate(case.exclusions, 1):
        text = "\n".join((row.scope, row.legal_basis, row.excluded_by, row.in_interest_of))
        yield places.of_exclusion(ordinal), text
    for file in case.files:
        yield places.of_file(file.name, "title"), file.title


def _found(case: Case, kind: str, certain: bool) -> dict[str, list[str]]:
    """Return place → masks."""
    found = defaultdict(list)
    for place, text in _texts(case):
        for hit in search(text, case.office):
            if (hit.kind, hit.certain) == (kind, certain):
                found[place].append(hit.masked)
    for file in case.files:
        for hit in file.report.hits:
            if (hit.kind, hit.certain) == (kind, certain):
                found[places.of_file(file.name, hit.part)].append(hit.masked)
    return found


def _hits(kind: str, certain: bool, message: str) -> Callable[[Case], Iterator[Observation]]:
    def check(case: Case) -> Iterator[Observation]:
        for place, masks in _found(case, kind, certain).items():
            yield Observation(place, message, {"found": ", ".join(dict.fromkeys(masks))})

    return check


def _blocks(rule: str, kind: str, message: str) -> Rule:
    return Rule(rule, "RODO-3", _hits(kind, True, message), overridable=True)


def _warns(rule: str, kind: str, message: str) -> Rule:
    return Rule(rule, "RODO-3", _hits(kind, False, message), WARNS)


RULES = (
    _blocks("pesel", "pesel", _("PESEL number: ${found}")),
    _blocks("bank-account", "bank_account", _("Number of a bank account: ${found}")),
    _blocks("nip", "nip", _("NIP number: ${found}")),
    _blocks("regon", "regon", _("REGON number: ${found}")),
    _warns("pesel-possible", "pesel", _("This may be a PESEL number: ${found}")),
    _warns("bank-account-possible", "bank_account", _("This may be the number of a bank account: ${found}")),
    _warns("nip-possible", "nip", _("This may be a NIP number: ${found}")),
    _warns("regon-possible", "regon", _("This may be a REGON number: ${found}")),
    _warns("land-register", "land_register", _("Number of a land and mortgage register: ${found}")),
    _warns("email", "email", _("E-mail address from outside the office: ${found}")),
    _warns("path", "path", _("Path on a computer or in the network of the office: ${found}")),
    _warns("phone", "phone", _("Telephone number from outside the office: ${found}")),
)
