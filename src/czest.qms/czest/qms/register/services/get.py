"""``GET @register``: the documents that answer a question, within the rights of whoever asks."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.register.entries import entry
from czest.qms.register.messages import sentence
from czest.qms.register.question import asked
from czest.qms.register.rules.parameters import address
from czest.qms.register.search import Answer
from plone.restapi.services import Service


class RegisterGet(Service):
    """Lists documents with the counts of their facets."""

    def reply(self):
        """Return the answer.

        Raises:
            InvalidInput: when a parameter is wrong.
        """
        parameters, problems = asked(self.request)
        if problems:
            raise InvalidInput(
                _("Not searched: some of the parameters are wrong."),
                [(problem.field, sentence(problem)) for problem in problems],
            )
        answer = Answer(parameters)
        return {
            "@id": address(f"{self.context.absolute_url()}/@register", parameters, start=parameters.start),
            "items": [entry(brain) for brain in answer.brains()],
            "items_total": answer.total,
            "facets": answer.facets(),
        }
