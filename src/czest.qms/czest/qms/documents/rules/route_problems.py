"""What keeps an edition from going its route: too few are asked, an author is, or a stage is missing (ISO 7.5.2)."""

from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import PERSON


def problems(stages, authors, holders):
    """Return what keeps an edition from going its route, as ``(stage id, problem, participant or None)``.

    Problems: ``nobody``, ``quorum`` – larger than those asked, or none; ``author`` – an author is asked by name;
    ``vacant`` – a post or unit in which there is nobody but authors, where the others do not suffice; ``no-check``
    and ``no-approval`` – such a stage is missing; ``order`` – an approval comes before a check or an opinion.

    Parameters:
        stages: tuple of :class:`Stage`.
        authors: logins of the authors.
        holders: function that gives the logins for which a participant stands today.
    """
    found = []
    for stage in stages:
        found += problems_of_stage(stage, authors, holders)
    purposes = [stage.purpose for stage in stages]
    if CHECK not in purposes:
        found.append((None, "no-check", None))
    if APPROVING not in purposes:
        found.append((None, "no-approval", None))
    if purposes != sorted(purposes, key=lambda purpose: purpose == APPROVING):
        found.append((None, "order", None))
    return found


def problems_of_stage(stage, authors, holders):
    """Return what is wrong with one stage, as :func:`problems` does."""
    if not stage.participants:
        return [(stage.id, "nobody", None)]
    found = []
    if not 0 < stage.needed <= len(stage.participants):
        found.append((stage.id, "quorum", None))
    problem_with = {asked: problem_of(asked, authors, holders) for asked in stage.participants}
    found += [(stage.id, problem, asked) for asked, problem in problem_with.items() if problem == "author"]
    able = sum(problem is None for problem in problem_with.values())
    if able < stage.needed:
        found += [(stage.id, problem, asked) for asked, problem in problem_with.items() if problem == "vacant"]
    return found


def problem_of(asked, authors, holders):
    """Return why somebody cannot be asked, ``author`` or ``vacant``, or None."""
    if asked.kind == PERSON:
        return "author" if asked.id in authors else None
    return None if set(holders(asked)) - set(authors) else "vacant"
