"""What is wrong with a question to the register, in sentences."""

from czest.qms import _
from czest.qms.register.rules.parameters import LARGEST_SIZE


def sentence(problem):
    """Return the Message of a ``rules.parameters.Problem``."""
    mapping = {
        "value": problem.value,
        "allowed": ", ".join(problem.allowed),
        "largest": str(LARGEST_SIZE),
    }
    sentences = {
        "repeated": _("Given more than once; only one value fits."),
        "unknown": _("There is no value ${value}. One of: ${allowed}.", mapping=mapping),
        "number": _("${value} is not a whole number from 0 up.", mapping=mapping),
        "size": _("From 1 to ${largest} rows a page.", mapping=mapping),
        "relevance": _("Relevance orders the answers to a query only; there is no query."),
    }
    return sentences[problem.code]
