"""A request turned into parameters of the register."""

from czest.qms.classification.rules.schemes import OPENNESS
from czest.qms.documents.kinds import kinds
from czest.qms.register.rules.parameters import parse
from czest.qms.register.rules.parameters import STATES


def asked(request):
    """Return ``(Parameters, problems)`` of a request.

    Units and processes are not checked: an office renames and closes them, and an address kept from then still
    deserves an answer, if an empty one.
    """
    return parse(request.form, {"kind": tuple(kinds()), "state": STATES, "openness": OPENNESS})
