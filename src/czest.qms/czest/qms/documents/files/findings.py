"""What the screening of a file has to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Literal


REFUSE = "refuse"
WARN = "warn"


def _(text: str) -> str:
    """Mark a message for extraction; whoever shows it translates it.

    These packages know nothing of Zope, so they cannot make translatable messages themselves:
    ``_(finding.message, mapping=finding.mapping)`` with the factory of ``czest.qms`` does.
    """
    return text


@dataclass(frozen=True)
class Finding:
    """One observation about a file.

    Parameters:
        code: stable name of the rule, for programs and tests.
        message: English sentence, which is also the message id; may hold ``${name}`` places.
        severity: ``refuse`` (the file must not enter) or ``warn`` (a person decides).
        mapping: texts for the places of the message.
    """

    code: str
    message: str
    severity: Literal["refuse", "warn"] = REFUSE
    mapping: Mapping[str, str] = field(default_factory=dict)


def refused(findings: list[Finding]) -> bool:
    """Tell whether any finding keeps the file out."""
    return any(finding.severity == REFUSE for finding in findings)


#: Found by the checks of several formats.
BROKEN = Finding("broken", _("The file is damaged and cannot be opened."))
MISMATCH = Finding("mismatch", _("The content of the file is not what its name says."))
MACRO = Finding("macro", _("The file contains macros. Save it without macros."))
PASSWORD = Finding("password", _("The file is protected with a password. Save it without the password."))
