"""Sentences for what the rules of the workflow manager name."""

from czest.qms import _
from czest.qms.approval.messages import letter_sentence
from czest.qms.approval.messages import sentence as sentence_about_template
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.names import listed
from czest.qms.workflows.names import permission_title
from czest.qms.workflows.names import role_title
from czest.qms.workflows.names import state_title
from czest.qms.workflows.names import transition_title
from czest.qms.workflows.rules.problems import LetterProblem
from czest.qms.workflows.rules.problems import Problem
from zope.i18nmessageid import Message


STILL_APPLYING = _("Not possible now: another change of the workflows is still being applied.")


def sentence(problem):
    """Return the translatable sentence for a ``Problem``, a ``Door`` or an ``Edit``, or for a problem of a template."""
    if isinstance(problem, LetterProblem):
        return letter_sentence(problem.about)
    if not isinstance(problem, Problem):
        return sentence_about_template(problem)
    return Message(problem.message, domain="czest.qms", mapping=_titled(problem))


def _titled(problem):
    """Return the mapping of a Problem with titles in place of ids; its field still has the ids."""
    keys = problem.field.split(".")
    workflow_id = next((key for key in keys[:2] if key in shipped_definitions()), None)
    titles = {
        "permissions": lambda names: listed(names, permission_title),
        "state": lambda state: state_title(state, workflow_id),
        "recorded": lambda state: state_title(state, workflow_id),
        "source": lambda state: state_title(state, workflow_id),
        "target": lambda state: state_title(state, workflow_id),
        "transition": lambda transition: transition_title(transition, workflow_id),
        "role": role_title,
        "permission": permission_title,
    }
    if keys[0] == "permissions":
        titles |= {name: lambda roles: listed(roles, role_title) for name in ("found", "expected")}
    return {name: titles[name](value) if name in titles else value for name, value in problem.mapping.items()}


def errors_of(refused):
    """Return ``[(field, sentence)]`` for what a ``Refused`` names."""
    return [(problem.field, sentence(problem)) for problem in refused.problems]
