"""Answering for a finding: who, why, and on what legal basis; kept with the decision."""

from collections.abc import Iterable
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.findings import blocking
from czest.qms.publication.rules.findings import Finding
from dataclasses import dataclass


#: Rules for which the act on digital accessibility asks for access of another kind (art. 7; A11Y-3).
NEED_ACCESS = frozenset({"text-layer"})


@dataclass(frozen=True)
class Override:
    """One finding answered for.

    Parameters:
        rule, place: name the finding.
        person: full name of whoever answers for it.
        reason: why it may stand.
        legal_basis: such as ``art. 5 ust. 2 zd. 2 u.d.i.p.``.
        alt_access: how people get at the content who cannot use the file (art. 7); for some rules required.
    """

    rule: str
    place: str
    person: str
    reason: str
    legal_basis: str
    alt_access: str = ""


@dataclass(frozen=True)
class Fault:
    """What is wrong with an override.

    Parameters:
        ordinal: of the override, from 0.
        field: of the override.
        message: message id.
    """

    ordinal: int
    field: str
    message: str


_REQUIRED = {
    "person": _("Say who answers for it."),
    "reason": _("Give the reason."),
    "legal_basis": _("Give the legal basis."),
}


def faults(findings: Iterable[Finding], overrides: Iterable[Override]) -> tuple[Fault, ...]:
    """Return what keeps overrides from counting.

    Parameters:
        findings: of the case as it is now.
        overrides: as given by the person who publishes.
    """
    by_name = {(finding.rule, finding.place): finding for finding in blocking(findings)}
    return tuple(
        Fault(ordinal, field, message)
        for ordinal, override in enumerate(overrides)
        for field, message in _faults_of(override, by_name.get((override.rule, override.place)))
    )


def _faults_of(override: Override, finding: Finding | None) -> Iterable[tuple[str, str]]:
    if finding is None:
        yield "rule", _("There is no such finding that blocks.")
    elif not finding.overridable:
        yield "rule", _("Nobody may answer for this finding: it must be removed.")
    for name, message in _REQUIRED.items():
        if not getattr(override, name).strip():
            yield name, message
    if override.rule in NEED_ACCESS and not override.alt_access.strip():
        yield "alt_access", _("Say how people get at the content who cannot use the file (art. 7).")


def standing(findings: Iterable[Finding], overrides: Iterable[Override]) -> tuple[Finding, ...]:
    """Return the findings that still block after the sound overrides."""
    findings, overrides = tuple(findings), tuple(overrides)
    faulty = {fault.ordinal for fault in faults(findings, overrides)}
    answered = {(each.rule, each.place) for ordinal, each in enumerate(overrides) if ordinal not in faulty}
    return tuple(finding for finding in blocking(findings) if (finding.rule, finding.place) not in answered)
