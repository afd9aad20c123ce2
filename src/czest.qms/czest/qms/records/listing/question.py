"""A request turned into a question to the register of records."""

from czest.qms.records.rules.parameters import parse_question


def asked(request):
    """Return ``(RecordQuestion, problems)`` of a request."""
    return parse_question(request.form)
