"""Whether a template of routes may be saved; problems are those of the organisation, with a field and a code."""

from collections.abc import Callable
from czest.qms.approval.rules.templates import would_tie
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import OPINION
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import QUORUM
from czest.qms.documents.rules.route import UNIT
from czest.qms.organisation.rules.checks import title_problems
from czest.qms.organisation.rules.model import Problem
from dataclasses import dataclass


#: Longest time of a stage, in days.
LONGEST = 365
#: Entitlement that a post must give for its holder to approve.
APPROVER = "approver"


@dataclass(frozen=True)
class Surroundings:
    """What there is in the office and in the site.

    Parameters:
        organisation: the ``Organisation`` as it is.
        kinds: portal types of documents.
        processes: ids of processes.
        is_person: function that tells whether somebody can sign in with a login.
    """

    organisation: object
    kinds: frozenset
    processes: frozenset
    is_person: Callable


def template_problems(template, others, surroundings):
    """Return what keeps a template from being saved, as a list of ``Problem``.

    Parameters:
        others: the other templates.
        surroundings: :class:`Surroundings`.
    """
    return [
        *title_problems("title", template.title),
        *_scope_problems(template, surroundings),
        *_tie_problems(template, others),
        *_order_problems(template.stages),
        *(
            problem
            for number, stage in enumerate(template.stages, start=1)
            for problem in _stage_problems(f"stages.{number}", stage, surroundings)
        ),
    ]


def _scope_problems(template, surroundings):
    units = surroundings.organisation.units
    return [
        *_unknown("kinds", template.kinds, surroundings.kinds, "unknown_kind", "kind"),
        *_unknown("units", template.units, units, "unknown_unit", "unit"),
        *_unknown("processes", template.processes, surroundings.processes, "unknown_process", "process"),
    ]


def _unknown(field, named, known, code, word):
    return [Problem(field, code, {word: name}) for name in sorted(named) if name not in known]


def _tie_problems(template, others):
    return [
        Problem("kinds", "tie", {"template": other.title})
        for other in others
        if other.id != template.id and would_tie(template, other)
    ]


def _order_problems(stages):
    purposes = [stage.purpose for stage in stages]
    if not purposes:
        return [Problem("stages", "no_stages")]
    found = []
    if CHECK not in purposes:
        found.append(Problem("stages", "no_check"))
    if APPROVING not in purposes:
        found.append(Problem("stages", "no_approval"))
    if purposes != sorted(purposes, key=lambda purpose: purpose == APPROVING):
        found.append(Problem("stages", "order"))
    return found


def _stage_problems(field, stage, surroundings):
    return [
        *_asked_problems(f"{field}.participants", stage, surroundings),
        *_quorum_problems(f"{field}.quorum", stage),
        *_days_problems(f"{field}.days", stage),
    ]


def _asked_problems(field, stage, surroundings):
    if not stage.asked:
        return [Problem(field, "nobody")]
    found = [Problem(field, "twice")] if len(set(stage.asked)) < len(stage.asked) else []
    for asked in dict.fromkeys(stage.asked):
        found += _problems_of_asked(field, asked, stage.purpose, surroundings)
    return found


def _problems_of_asked(field, asked, purpose, surroundings):
    organisation = surroundings.organisation
    if asked.kind == UNIT and asked.id not in organisation.units:
        return [Problem(field, "unknown_unit", {"unit": asked.id})]
    if asked.kind == PERSON and not surroundings.is_person(asked.id):
        return [Problem(field, "unknown_account", {"login": asked.id})]
    if asked.kind != POST:
        return []
    post = organisation.posts.get(asked.id)
    if post is None:
        return [Problem(field, "unknown_post", {"post": asked.id})]
    entitled = purpose != APPROVING or APPROVER in post.entitlements
    return [] if entitled else [Problem(field, "no_approver", {"post": post.title})]


def _quorum_problems(field, stage):
    wrong = stage.rule == QUORUM and not 0 < stage.quorum <= len(stage.asked)
    return [Problem(field, "quorum", {"count": len(stage.asked)})] if wrong else []


def _days_problems(field, stage):
    if stage.days is None:
        return [Problem(field, "opinion_without_days")] if stage.purpose == OPINION else []
    return [] if 0 < stage.days <= LONGEST else [Problem(field, "days", {"limit": LONGEST})]
