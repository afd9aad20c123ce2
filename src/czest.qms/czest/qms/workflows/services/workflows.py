"""``@workflows`` of the site: definitions with what operations do, adjustments with their history, drift, and trying."""

from czest.qms import _
from czest.qms.language.office_words import office_word
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.operations.services.base import json_object
from czest.qms.workflows import definitions
from czest.qms.workflows.astray import readable
from czest.qms.workflows.drift import whole_drift
from czest.qms.workflows.facts import facts_of
from czest.qms.workflows.figures import figures_of
from czest.qms.workflows.figures import plain_figures
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.operations.base import read_here
from czest.qms.workflows.plainly import plain_definition
from czest.qms.workflows.plainly import plain_facts
from czest.qms.workflows.plainly import plain_matrix
from czest.qms.workflows.rules.editing import changed
from czest.qms.workflows.trying import effects
from czest.qms.workflows.work import progress
from dataclasses import asdict
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class WorkflowsService(Service):
    """What the endpoints share: the rest of the address."""

    path = ()

    def publishTraverse(self, request, name):
        """Take what follows in the address."""
        self.path = (*self.path, name)
        return self

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@workflows"

    @property
    def ledger(self):
        return getUtility(IAdjustmentsLedger)

    def words(self, message):
        """Return a Message in the language of the client."""
        return translate(message, context=self.request)


class WorkflowsGet(WorkflowsService):
    """The list, one workflow, the adjustments or the drift."""

    def reply(self):
        """Return the answer.

        Raises:
            NotFound: there is nothing at this address.
        """
        if not self.path:
            return self.listed()
        if self.path == ("adjustments",):
            return self.adjustments()
        if self.path == ("drift",):
            return self.drift()
        if self.path[0] in definitions.TITLES and self.path[1:] in ((), ("figures",)):
            return self.figures(self.path[0]) if self.path[1:] else self.workflow(self.path[0])
        raise NotFound("/".join(self.path))

    def listed(self):
        """Return every workflow of the intranet, and that of the entries of the bulletin, with its types."""
        return {
            "@id": self.address,
            "items": [
                {
                    "@id": f"{self.address}/{workflow_id}",
                    "id": workflow_id,
                    "title": self.words(office_word(definitions.definition(workflow_id).title)),
                    "types": definitions.types(workflow_id),
                }
                for workflow_id in definitions.TITLES
            ],
        }

    def workflow(self, workflow_id):
        """Return one workflow as the site works by it, with what operations do and the matrix of rights."""
        definition, types = definitions.definition(workflow_id), definitions.types(workflow_id)
        return {
            "@id": f"{self.address}/{workflow_id}",
            "id": workflow_id,
            "figures": f"{self.address}/{workflow_id}/figures",
            "types": types,
            "definition": plain_definition(definition, self.words),
            "operations": {
                portal_type: [plain_facts(facts, self.words) for facts in facts_of(portal_type)]
                for portal_type in types
            },
            "matrix": plain_matrix(workflow_id, definition, self.ledger.current(), self.words),
        }

    def figures(self, workflow_id):
        """Return the figures of a workflow within the rights of the caller."""
        return {"@id": f"{self.address}/{workflow_id}/figures", **plain_figures(figures_of(workflow_id))}

    def adjustments(self):
        """Return what the office decided, with every decision before, the newest first."""
        return {
            "@id": f"{self.address}/adjustments",
            "digest": self.ledger.digest,
            "applying": progress(self.ledger),
            "current": self.ledger.values,
            "revisions": [asdict(revision) for revision in self.ledger.revisions()],
        }

    def drift(self):
        """Return in what the site differs now from what is shipped and recorded, as the caller may read it."""
        found = readable(whole_drift(self.ledger))
        return {
            "@id": f"{self.address}/drift",
            "differs": bool(found),
            "items": [{"place": one.field, "message": self.words(sentence(one))} for one in found],
            "checked": (self.ledger.drift or {}).get("day"),
        }


class WorkflowsPost(WorkflowsService):
    """``try``: what would happen."""

    def reply(self):
        """Return what the changes in the body would do; nothing is written.

        Raises:
            NotFound: for any other address.
            InvalidInput: naming each part that is wrong.
        """
        if self.path != ("try",):
            raise NotFound("/".join(self.path))
        accept_or_require_token(self.request)
        changes = json_object(self.request).get("changes")
        if not isinstance(changes, dict):
            raise InvalidInput(
                _("Not done: some of the data is wrong."), [("changes", _("The value is of the wrong type."))]
            )
        after = read_here(changed(self.ledger.values, changes))
        return {"@id": f"{self.address}/try", "digest": self.ledger.digest, **effects(self.ledger.values, after)}
