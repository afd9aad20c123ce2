"""What a person may do with the publication of an edition or a record, beside deciding on the page of its review."""

from czest.qms.operations.base import operation_named


NAMES = (
    "request-publication",
    "retract-publication",
    "refuse-publication",
    "unpublish",
    "keep-archived",
    "keep-published",
)


def acts_on(content, request):
    """Return the operations that the person may perform now, as dicts with what links to them need."""
    found = [operation_named(content, request, name) for name in NAMES]
    return [
        {
            "title": operation.title,
            "url": operation.address,
            "is_dangerous": operation.emphasis == "danger",
            "is_dialog": "@@operation" in operation.address,
        }
        for operation in found
        if operation.refusal() is None
    ]
