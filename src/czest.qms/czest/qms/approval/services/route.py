"""``GET EDITION/@route``: the stages that the edition goes, or would go if it were submitted now."""

from czest.qms.approval.proposing import kept_of_template
from czest.qms.approval.proposing import proposed_route
from czest.qms.approval.proposing import template_for
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import STATES_BEFORE_ROUTE
from czest.qms.documents.rules.route import Course
from czest.qms.documents.rules.route import fresh
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import title_of
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from plone.restapi.services import Service
from zope.component import getUtility


#: What a signature tells here; ``@editions`` has the rest.
SIGNATURE_FIELDS = ("login", "name", "post", "time", "meaning", "comment", "on_behalf_of", "on_behalf_name")


class RouteGet(Service):
    """The route of an edition with how far it has come."""

    def reply(self):
        edition = self.context
        is_proposed = state_of(edition) in STATES_BEFORE_ROUTE
        stages = fresh(proposed_route(edition)) if is_proposed else edition.route
        self.course = Course(stages, edition.signatures, edition.digest)
        self.running = self.course.current if state_of(edition) in SIGNED_IN else None
        template = kept_of_template(template_for(edition)) if is_proposed else edition.route_template
        return {
            "@id": f"{edition.absolute_url()}/@route",
            "proposed": is_proposed,
            "template": template,
            "stages": [self.stage(stage) for stage in stages],
        }

    def stage(self, stage):
        waiting = self.course.waiting(stage) if stage == self.running else ()
        signed = self.course.signed(stage)
        return {
            "id": stage.id,
            "purpose": stage.purpose,
            "rule": stage.rule,
            "needed": stage.needed,
            "in_sequence": stage.in_sequence,
            "days": stage.days,
            "begun": stage.begun and stage.begun.isoformat(),
            "due": stage.due and stage.due.isoformat(),
            "silent": stage.silent,
            "participants": [
                {
                    "key": asked.key,
                    "title": title(asked),
                    "signed": signature_of(signed.get(asked)),
                    "waiting": asked in waiting,
                }
                for asked in stage.participants
            ],
        }


def title(asked):
    """Return the name of a person, or the title of a post or unit."""
    return full_name(asked.id) if asked.kind == PERSON else title_of(asked, getUtility(IDirectory).organisation())


def signature_of(signature):
    """Return a signature as clients see it, or None."""
    return signature and {name: signature.get(name) for name in SIGNATURE_FIELDS}
