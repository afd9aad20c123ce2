"""What the rules have to say about making something public."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from czest.qms.documents.files.findings import _
from dataclasses import dataclass
from dataclasses import field
from typing import Literal


__all__ = ["BLOCKS", "Finding", "REMOVED", "WARNS", "_", "blocking", "worded"]

BLOCKS, WARNS, REMOVED = "blocks", "warns", "removed"


@dataclass(frozen=True)
class Finding:
    """One observation about a publication.

    A finding never holds personal data in full: what was found is masked (see ``masks``).

    Parameters:
        rule: id of the rule, see ``engine.RULES``.
        severity: ``blocks`` (nothing is published while it stands), ``warns`` (a person looks) or
            ``removed`` (the public file is made without it).
        place: where, see ``places``; with the rule it names the finding.
        message: English sentence, which is also the message id; may hold ``${name}`` places.
        mapping: texts for the places of the message.
        terms: further message ids; translated and joined they fill ``${found}``, see :func:`worded`.
        overridable: True where a named person may answer for it, see ``overrides``.
    """

    rule: str
    severity: Literal["blocks", "warns", "removed"]
    place: str
    message: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    overridable: bool = False


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that keep the publication back."""
    return tuple(finding for finding in findings if finding.severity == BLOCKS)


def worded(finding: Finding, translate: Callable[[str, Mapping[str, str]], str]) -> str:
    """Return the sentence of a finding in the language of a reader.

    Parameters:
        finding: what is to be said.
        translate: gives the translation of a message id with the texts for its places.
    """
    mapping = dict(finding.mapping)
    if finding.terms:
        mapping["found"] = ", ".join(translate(term, {}) for term in finding.terms)
    return translate(finding.message, mapping)
