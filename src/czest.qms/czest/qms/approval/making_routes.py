"""The route of an edition: checked before submit, and copied into the edition at submit."""

from czest.qms import _
from czest.qms.approval.claiming import holders_of
from czest.qms.approval.claiming import logins_of
from czest.qms.approval.messages import PURPOSES
from czest.qms.approval.proposing import kept_of_template
from czest.qms.approval.proposing import proposed_route
from czest.qms.approval.proposing import template_for
from czest.qms.approval.rules.materialising import headless
from czest.qms.approval.signatures import CONTENT_CHANGED
from czest.qms.approval.signatures import ROUTE_CHANGED
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.checks import check_people
from czest.qms.documents.rules import route
from czest.qms.documents.rules.route import title_of
from czest.qms.documents.rules.route_problems import problems
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility


#: Name of the field that the errors of a route of a template are about; no form asks for it.
ROUTE = "route"

PROBLEMS = {
    "nobody": _("Stage ${stage}, ${purpose}: nobody is asked."),
    "quorum": _("Stage ${stage}, ${purpose}: more signatures are needed than people are asked."),
    "author": _("Stage ${stage}, ${purpose}: ${asked} is an author, who neither reviews nor approves his own work."),
    "vacant": _("Stage ${stage}, ${purpose}: nobody holds the post ${asked} today."),
    "empty": _("Stage ${stage}, ${purpose}: nobody belongs to the unit ${asked} today."),
    "authors": _("Stage ${stage}, ${purpose}: nobody but authors of the edition can sign for ${asked}."),
    "headless": _("Stage ${stage}, ${purpose}: neither the unit ${unit} nor one above it has a head."),
    "unentitled": _("Stage ${stage}, ${purpose}: nobody asked holds a post that entitles to approve."),
    "no-check": _("The route has no check."),
    "no-approval": _("The route has no approval."),
    "order": _("An approval comes before a check or an opinion."),
}

#: Problems of the short form, whose stages are its fields.
PROBLEMS_OF_FIELDS = {
    "nobody": _("Name at least one person."),
    "author": _("An author neither reviews nor approves his own work."),
}

#: Purpose of a stage → field of the short form in which its people are named.
FIELDS = {route.CHECK: "reviewers", route.APPROVING: "approvers"}


def check_route(edition, stages):
    """Return what keeps an edition from going its route, as ``(field, Message)`` pairs."""
    template = template_for(edition)
    return check_fields(edition, stages) if template is None else check_template(edition, stages, template)


def check_fields(edition, stages):
    """Check the people of the short form, at the fields in which they are named."""
    errors = check_people({"reviewers": edition.reviewers, "approvers": edition.approvers}, ())
    purposes = {stage.id: stage.purpose for stage in stages}
    for stage_id, problem, _asked in problems(stages, edition.authors, logins_of):
        errors.append((FIELDS[purposes[stage_id]], PROBLEMS_OF_FIELDS[problem]))
    return errors


def check_template(edition, stages, template):
    """Check the route of a template: whom it lacks today is said by stage."""
    organisation = getUtility(IDirectory).organisation()
    without_head = headless(template, edition.owner_unit, organisation)
    found = [(stage_id, "headless", None) for stage_id in without_head]
    found += [one for one in problems(stages, edition.authors, logins_of) if one[0] not in without_head]
    found += unentitled(stages, edition.authors, {stage_id for stage_id, _problem, _asked in found})
    by_id = {stage.id: stage for stage in stages}
    return [(ROUTE, problem_in_words(edition, by_id.get(stage_id), *rest)) for stage_id, *rest in found]


def problem_in_words(edition, stage, problem, asked):
    """Return the sentence of a problem, with the stage and whom it is about."""
    if stage is None:
        return PROBLEMS[problem]
    if problem == "vacant" and logins_of(asked):
        problem = "authors"
    elif problem == "vacant" and asked.kind == route.UNIT:
        problem = "empty"
    mapping = {
        "stage": stage.id,
        "purpose": PURPOSES[stage.purpose],
        "asked": asked and title_of(asked, getUtility(IDirectory).organisation()),
        "unit": edition.owner_unit,
    }
    return _(PROBLEMS[problem], mapping=mapping)


def unentitled(stages, authors, said):
    """Return the stages of approval in which too few are entitled to approve, of those about which nothing is said."""
    found = []
    for stage in stages:
        holders = holders_of(stage)
        able = [asked for asked in stage.participants if holders(asked) - set(authors)]
        if stage.purpose == route.APPROVING and stage.id not in said and len(able) < stage.needed:
            found.append((stage.id, "unentitled", None))
    return found


def begin(edition):
    """Copy the route into an edition; signatures of another content or of another route become void."""
    stages = proposed_route(edition)
    if route.undated(edition.route) != route.undated(stages):
        void_signatures(edition, ROUTE_CHANGED)
    void_signatures(edition, CONTENT_CHANGED, lambda signature: signature["digest"] != edition.digest)
    edition.route = stages
    edition.route_template = kept_of_template(template_for(edition))


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
