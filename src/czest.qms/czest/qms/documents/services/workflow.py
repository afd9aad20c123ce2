"""``@workflow`` of our types: the same operations under Plone's usual address."""

from czest.qms.operations.base import operations_of
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.services.operations import OperationsPost
from plone.restapi.services import Service
from zope.i18n import translate


class WorkflowGet(Service):
    """Lists what this person can do now, in the form of Plone's transitions."""

    def reply(self):
        standing = IStateOf(self.context)
        address = f"{self.context.absolute_url()}/@workflow"
        return {
            "@id": address,
            "history": [],
            "state": {"id": standing.state, "title": translate(standing.word, context=self.request)},
            "transitions": [
                {"@id": f"{address}/{operation.id}", "title": translate(operation.title, context=self.request)}
                for operation in operations_of(self.context, self.request)
                if operation.refusal() is None
            ],
        }


class WorkflowPost(OperationsPost):
    """Performs an operation; the address is Plone's, the body and the answer are those of ``@operations``."""
