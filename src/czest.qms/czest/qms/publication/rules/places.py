"""Where a finding is: a short stable text for programs, and a message for people."""

from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.personal import hidden
from czest.qms.publication.rules.terms import PARTS


STATE = "state"
OPENNESS = "openness"
CONTENT = "content"

_FILE = "file:"
_PART = "#"

_TITLES = {
    STATE: _("State"),
    OPENNESS: _("Openness"),
    CONTENT: _("Content"),
    "field:body": _("Text"),
    "field:title": _("Title"),
    "field:summary": _("Summary"),
    "field:what_changed": _("What changed"),
    "field:entity": _("Publishing body"),
    "field:responsible_name": _("Name of the person responsible for the content"),
    "field:responsible_post": _("Post of the person responsible for the content"),
    "field:entered_by": _("Person who enters it into the bulletin"),
    "field:produced_on": _("Day of production"),
    "field:bip_until": _("Last day in the bulletin"),
}


def of_field(name: str) -> str:
    """Return the place of a field of the case."""
    return f"field:{name}"


def of_exclusion(ordinal: int) -> str:
    """Return the place of a row of exclusions, counted from 1."""
    return f"exclusion:{ordinal}"


def of_question(name: str) -> str:
    """Return the place of a question of the checklist."""
    return f"checklist:{name}"


def of_file(name: str, part: str = "") -> str:
    """Return the place of a file or of its part.

    Parameters:
        name: name of the file; personal data in it is masked.
        part: page, or id of a part of ``terms.PARTS``.
    """
    shown = hidden(name).replace("%", "%25").replace(_PART, "%23")
    return f"{_FILE}{shown}{_PART}{part}" if part else f"{_FILE}{shown}"


def title(place: str) -> tuple[str, dict[str, str]]:
    """Return the message that names a place to a person, and the texts for its places."""
    if place in _TITLES:
        return _TITLES[place], {}
    kind, _colon, rest = place.partition(":")
    if kind == "exclusion":
        return _("Exclusion ${ordinal}"), {"ordinal": rest}
    if kind == "checklist":
        return QUESTIONS.get(rest, _("Checklist")), {}
    name, _hash, part = rest.partition(_PART)
    shown = name.replace("%23", _PART).replace("%25", "%")
    if not part:
        return _("File ${name}"), {"name": shown}
    if part.isdigit():
        return _("File ${name}, page ${page}"), {"name": shown, "page": part}
    return PARTS.get(part, PARTS["text"]), {"name": shown}
