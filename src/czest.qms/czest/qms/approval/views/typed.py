"""What is typed into the form of a template: from the template to the form, and from the form to plain values."""

from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import QUORUM
from czest.qms.documents.rules.route import RULES


#: Empty lines for further people, at first and on demand.
EMPTY_LINES = 2

#: Texts of one stage.
TEXTS = ("purpose", "rule", "quorum", "days")


def from_template(template):
    """Return what the form shows of a template."""
    values = plain_template(template)
    return {
        **values,
        "units": "\n".join(values["units"]),
        "stages": [
            {
                **stage,
                "quorum": str(stage["quorum"] or ""),
                "days": str(stage["days"] or ""),
                "participants": [*stage["participants"], *[""] * EMPTY_LINES],
            }
            for stage in values["stages"]
        ],
    }


def empty():
    """Return what the form of a new template shows: a check and an approval to be filled in."""
    return {
        "title": "",
        "kinds": [],
        "units": "",
        "processes": [],
        "keeps_signatures": False,
        "stages": [empty_stage(CHECK), empty_stage(APPROVING)],
    }


def empty_stage(purpose):
    """Return a stage that asks nobody yet."""
    return {
        "purpose": purpose,
        "rule": RULES[0],
        "quorum": "",
        "days": "",
        "in_sequence": False,
        "participants": [""] * EMPTY_LINES,
    }


def from_request(form, most):
    """Return what was sent, whatever it is.

    Parameters:
        form: values of the request by name.
        most: how many stages are read at the most.
    """
    count = text(form, "stages")
    number = min(int(count), most) if is_numeral(count) else 0
    return {
        "title": text(form, "title"),
        "kinds": texts(form, "kinds"),
        "units": text(form, "units"),
        "processes": texts(form, "processes"),
        "keeps_signatures": bool(form.get("keeps_signatures")),
        "stages": [stage_from_request(form, f"stages.{place}.") for place in range(1, number + 1)],
    }


def stage_from_request(form, prefix):
    """Return what was sent of one stage."""
    return {
        **{name: text(form, f"{prefix}{name}") for name in TEXTS},
        "in_sequence": bool(form.get(f"{prefix}in_sequence")),
        "participants": texts(form, f"{prefix}participants"),
    }


def text(form, name):
    """Return a text that was sent, or an empty one."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts(form, name):
    """Return texts that were sent under one name."""
    value = form.get(name, [])
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def plain(typed):
    """Return what was typed as the plain values of a template; what is no number stays a text, to be refused."""
    return {
        **typed,
        "units": [line.strip() for line in typed["units"].splitlines() if line.strip()],
        "stages": [plain_stage(stage) for stage in typed["stages"]],
    }


def plain_stage(stage):
    """Return one stage as plain values."""
    return {
        **stage,
        "quorum": (number(stage["quorum"]) or 0) if stage["rule"] == QUORUM else 0,
        "days": number(stage["days"]),
        "participants": [key for key in stage["participants"] if key],
    }


def number(typed):
    """Return a number typed, None for nothing, or the text as it is."""
    return int(typed) if is_numeral(typed) else typed or None


def is_numeral(typed):
    """Tell whether a text is a number of so few digits that it is meant as one."""
    return typed.isascii() and typed.isdigit() and len(typed) < 10


# Changes of the form that save nothing: each takes what is typed and a number, and changes it in place.


def add_stage(typed, _number):
    """Add a check before the approvals."""
    purposes = [stage["purpose"] for stage in typed["stages"]]
    place = purposes.index(APPROVING) if APPROVING in purposes else len(purposes)
    typed["stages"].insert(place, empty_stage(CHECK))


def drop_stage(typed, number):
    """Take a stage away."""
    del typed["stages"][number - 1]


def raise_stage(typed, number):
    """Put a stage before the one above it."""
    stages = typed["stages"]
    stages[max(number - 2, 0)], stages[number - 1] = stages[number - 1], stages[max(number - 2, 0)]


def add_lines(typed, number):
    """Give a stage further lines for people."""
    typed["stages"][number - 1]["participants"] += [""] * EMPTY_LINES


#: Name of the button → what it does.
CHANGES = {"add-stage": add_stage, "drop-stage": drop_stage, "raise-stage": raise_stage, "add-lines": add_lines}


def change_asked(form, typed):
    """Make the change whose button was pressed; tell whether there was one."""
    for name, change in CHANGES.items():
        pressed = text(form, name)
        if is_numeral(pressed) and 0 < int(pressed) <= len(typed["stages"]) + (name == "add-stage"):
            change(typed, int(pressed))
            return True
    return False
