"""The route of an edition: proposed from its template or its short form, checked, and copied at submit."""

from czest.qms import _
from czest.qms.approval.claiming import logins_of
from czest.qms.approval.signatures import CONTENT_CHANGED
from czest.qms.approval.signatures import ROUTE_CHANGED
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.checks import check_people
from czest.qms.documents.rules import route


PROBLEMS = {
    "nobody": _("Stage ${stage}: nobody is asked."),
    "quorum": _("Stage ${stage}: more signatures are needed than people are asked."),
    "author": _("Stage ${stage}: ${asked} is an author, who neither reviews nor approves his own work."),
    "vacant": _("Stage ${stage}: nobody holds the post ${asked} today."),
    "no-check": _("The route has no check."),
    "no-approval": _("The route has no approval."),
    "order": _("An approval comes before a check or an opinion."),
}


#: The same of the short form, whose stages are its fields.
PROBLEMS_OF_FIELDS = {
    "nobody": _("Name at least one person."),
    "author": _("An author neither reviews nor approves his own work."),
}


def proposed_route(edition):
    """Return the stages that an edition would go by if it were submitted now."""
    return route.short_form(edition.reviewers, edition.approvers)


def check_route(edition, stages):
    """Return what keeps an edition from going its route, as ``(field, Message)`` pairs."""
    errors = check_people({"reviewers": edition.reviewers, "approvers": edition.approvers}, ())
    for stage_id, problem, asked in route.problems(stages, edition.authors, logins_of):
        purpose = next((stage.purpose for stage in stages if stage.id == stage_id), route.CHECK)
        mapping = {"stage": stage_id, "asked": asked and asked.id}
        errors.append((FIELDS[purpose], PROBLEMS_OF_FIELDS.get(problem) or _(PROBLEMS[problem], mapping=mapping)))
    return errors


#: Purpose of a stage → field of the short form in which its people are named.
FIELDS = {route.CHECK: "reviewers", route.OPINION: "reviewers", route.APPROVING: "approvers"}


def begin(edition):
    """Copy the route into an edition; signatures of another content or of another route become void."""
    stages = proposed_route(edition)
    if route.fresh(edition.route) != stages:
        void_signatures(edition, ROUTE_CHANGED)
    void_signatures(edition, CONTENT_CHANGED, lambda signature: signature["digest"] != edition.digest)
    edition.route = stages


def plain(stage):
    """Return a stage as the trail and clients see it."""
    return {
        "id": stage.id,
        "purpose": stage.purpose,
        "participants": [asked.key for asked in stage.participants],
        "rule": stage.rule,
        "quorum": stage.quorum,
        "in_sequence": stage.in_sequence,
        "days": stage.days,
    }
