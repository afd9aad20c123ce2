"""``@operations``: what can be done with an object, and doing it."""

from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.operations.base import operations_of
from czest.qms.operations.errors import UnknownOperation
from czest.qms.operations.input import json_schema
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.services.base import PerformingService
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class OperationsGet(Service):
    """Lists every operation of this kind of object, as this person finds it."""

    def reply(self):
        state = IStateOf(self.context).state
        return {
            "@id": f"{self.context.absolute_url()}/@operations",
            "items": [self.describe(operation, state) for operation in operations_of(self.context, self.request)],
        }

    def describe(self, operation, state):
        refusal = operation.refusal()
        return {
            "id": operation.id,
            "title": translate(operation.title, context=self.request),
            "allowed": refusal is None,
            "reason": translate(refusal, context=self.request) if refusal else None,
            "schema": json_schema(operation.schema, self.context, self.request),
            "expected_state": state,
        }


@implementer(IPublishTraverse)
class OperationsPost(PerformingService):
    """Performs the operation named in the address."""

    operation_id = None

    def publishTraverse(self, request, name):
        if self.operation_id is not None:
            raise UnknownOperation(_("There is no operation ${operation} here.", mapping={"operation": name}))
        self.operation_id = name
        return self

    def operation(self):
        return operation_named(self.context, self.request, self.operation_id or "")
