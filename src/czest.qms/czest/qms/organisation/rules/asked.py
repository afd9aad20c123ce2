"""A deputyship as a program asks for it, in JSON."""

from czest.qms.language.dates import parse_date
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused


#: The words of the body, and what they are called here.
FIELDS = {
    "person": "person",
    "deputy": "deputy",
    "from": "start",
    "until": "until",
    "mandate": "mandate",
    "kinds": "kinds",
}
OPTIONAL = frozenset({"until", "kinds"})


def read_deputyship(body):
    """Return a body as the arguments of ``IDirectory.appoint_deputy``.

    Parameters:
        body: dict of parsed JSON.

    Raises:
        Refused: with every field that is missing, unknown or no text, no day, no list of texts; whether the rest of it
            makes sense is asked of ``rules.checks``.
    """
    problems = [Problem(name, "unknown_field") for name in body if name not in FIELDS]
    values = {}
    for name, called in FIELDS.items():
        given = body.get(name)
        if given is None:
            values[called] = () if name == "kinds" else None
            problems += [] if name in OPTIONAL else [Problem(name, "required")]
            continue
        values[called], wrong = _read(name, given)
        problems += wrong
    if problems:
        raise Refused(problems)
    return values


def _read(name, given):
    if name == "kinds":
        if isinstance(given, list) and all(isinstance(kind, str) for kind in given):
            return given, []
        return None, [Problem(name, "wrong_type")]
    if not isinstance(given, str):
        return None, [Problem(name, "wrong_type")]
    if name in ("from", "until"):
        day = parse_date(given)
        return day, [] if day else [Problem(name, "day_form", {"text": given})]
    return given.strip(), []
