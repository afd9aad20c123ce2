"""``@routes`` of the site: the templates of routes, for the quality officer."""

from czest.qms import _
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.messages import sentence
from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.operations.services.base import json_object
from czest.qms.organisation.rules.model import Refused
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class TemplatesService(Service):
    """What the endpoints share: the id at the end of the address, and refusals of the rules as answers."""

    template_id = None

    def publishTraverse(self, request, name):
        """Take the id of a template from the address.

        Raises:
            NotFound: when more follows.
        """
        if self.template_id is not None:
            raise NotFound(name)
        self.template_id = name
        return self

    @property
    def templates(self):
        return getUtility(IRouteTemplates)

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@routes"

    def requested(self):
        """Return the template that the address names.

        Raises:
            NotFound: when there is none.
        """
        try:
            return self.templates.template(self.template_id or "")
        except KeyError as error:
            raise NotFound(self.template_id) from error

    def answer(self, template):
        return {"@id": f"{self.address}/{template.id}", **plain_template(template)}

    def put(self, template_id=None):
        """Save what the body describes, under a free id where none is given; return the template.

        Raises:
            InvalidInput: naming every field that is wrong.
            ObjectMovedOn: a change of the workflows is just being applied.
        """
        accept_or_require_token(self.request)
        body = json_object(self.request)
        reason = body.pop("reason", "")
        try:
            template = read_template(body, template_id or self.templates.free_id(str(body.get("title", ""))))
            self.templates.put(template, reason)
        except Refused as refusal:
            raise invalid(refusal) from refusal
        return template


def invalid(refusal):
    """Return the InvalidInput that names every field of a Refused."""
    errors = [(problem.field, sentence(problem)) for problem in refusal.problems]
    return InvalidInput(_("Not saved: some of the data is wrong."), errors)


class TemplatesGet(TemplatesService):
    """One template, or all of them."""

    def reply(self):
        if self.template_id is not None:
            return self.answer(self.requested())
        return {"@id": self.address, "items": [self.answer(template) for template in self.templates.templates()]}


class TemplatesPost(TemplatesService):
    """Adds a template."""

    def reply(self):
        if self.template_id is not None:
            raise NotFound(self.template_id)
        answer = self.answer(self.put())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        return answer


class TemplatesPut(TemplatesService):
    """Puts another template in the place of one."""

    def reply(self):
        return self.answer(self.put(self.requested().id))


class TemplatesDelete(TemplatesService):
    """Removes a template; the body or the query may say the ``reason``."""

    def reply(self):
        accept_or_require_token(self.request)
        reason = json_object(self.request).get("reason", self.request.form.get("reason", ""))
        try:
            self.templates.remove(self.requested().id, reason)
        except Refused as refusal:
            raise invalid(refusal) from refusal
        return self.reply_no_content()
