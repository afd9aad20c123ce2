"""*Co można zrobić*: what this person may do now, with the document and with its open edition."""

from czest.qms import _
from czest.qms.operations.base import operations_of


#: Offered elsewhere on the page, beside what they are about.
ELSEWHERE = frozenset(
    {"propose-change", "answer-proposal", "add-remark", "answer-remark", "resolve-remark", "reopen-remark"}
)
#: Saving a draft is a page of its own.
EDITING = "save"


def possible_acts(facts):
    """Return ``primary`` and ``secondary`` (one act or None each) and ``links``: the rest, in their order.

    An act is a dict with ``id``, ``title``, ``url``, ``icon`` (or None), ``is_dialog`` and ``is_dangerous``.
    """
    allowed = []
    for content in (facts.open, facts.document):
        if content is not None:
            allowed += [operation for operation in operations_of(content, facts.request) if is_offered(operation)]
    primary = next((operation for operation in allowed if operation.emphasis == "primary"), None)
    others = [operation for operation in allowed if operation is not primary]
    secondary = next((operation for operation in others if is_secondary(operation, facts)), None)
    return {
        "primary": act(primary) if primary else None,
        "secondary": act(secondary) if secondary else None,
        "links": [act(operation) for operation in others if operation is not secondary],
    }


def is_offered(operation):
    """Tell whether an operation is shown in the strip."""
    return operation.id not in ELSEWHERE and operation.refusal() is None


def is_secondary(operation, facts):
    """Tell whether an operation may be the second button: nothing dangerous, and about the open edition."""
    return operation.emphasis == "secondary" and operation.context is facts.open


def act(operation):
    """Return the view-model of one operation."""
    is_dialog = operation.id != EDITING
    return {
        "id": operation.id,
        "title": operation.title if is_dialog else _("Edit the draft"),
        "url": operation.address,
        "icon": operation.icon,
        "is_dialog": is_dialog,
        "is_dangerous": operation.emphasis == "danger",
    }
