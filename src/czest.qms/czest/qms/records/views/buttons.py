"""The operations that a person may perform, as buttons."""

from czest.qms import _
from czest.qms.operations.base import operations_of


#: Operations whose form is a page of its own: it is long. All others open over the page.
ON_PAGES = frozenset({"capture", "save", "make-series", "amend-series"})

#: Operations whose buttons stand elsewhere: beside each hold, and on the list of holds.
BESIDE_HOLDS = frozenset({"extend-hold", "lift-hold", "hold-found"})


def buttons(context, request):
    """Return the buttons, the primary one last: dicts with ``title url icon css dialog primary``."""
    offered = [operation for operation in operations_of(context, request) if operation.id not in BESIDE_HOLDS]
    found = [operation for operation in offered if operation.refusal() is None]
    found.sort(key=lambda operation: operation.emphasis == "primary")
    many = [many_button(context) for operation in found if operation.id == "capture"]
    return [*many, *(button(operation, operation.emphasis == "primary") for operation in found)]


def many_button(context):
    """Return the button of the page where many records are handed in at once."""
    return {
        "title": _("Hand in many records"),
        "url": f"{context.absolute_url()}/@@batch",
        "icon": "file-earmark-plus",
        "css": "btn btn-outline-secondary",
        "dialog": False,
        "primary": False,
    }


def button(operation, primary):
    """Return the button of one operation."""
    return {
        "title": operation.title,
        "url": operation.address,
        "icon": operation.icon,
        "css": f"btn {'btn-primary' if primary else 'btn-outline-secondary'}",
        "dialog": operation.id not in ON_PAGES,
        "primary": primary,
    }
