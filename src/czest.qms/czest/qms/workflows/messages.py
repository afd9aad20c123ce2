"""Sentences for what the rules of the workflow manager name."""

from czest.qms.approval.messages import letter_sentence
from czest.qms.approval.messages import sentence as sentence_about_template
from czest.qms.workflows.rules.problems import LetterProblem
from czest.qms.workflows.rules.problems import Problem
from zope.i18nmessageid import Message


def sentence(problem):
    """Return the translatable sentence for a ``Problem``, a ``Door`` or an ``Edit``, or for a problem of a template."""
    if isinstance(problem, LetterProblem):
        return letter_sentence(problem.about)
    if not isinstance(problem, Problem):
        return sentence_about_template(problem)
    return Message(problem.message, domain="czest.qms", mapping=problem.mapping)


def errors_of(refused):
    """Return ``[(field, sentence)]`` for what a ``Refused`` names."""
    return [(problem.field, sentence(problem)) for problem in refused.problems]
