"""``GET @register``: what of a register answers a question, within the rights of whoever asks."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.register.entries import entry
from czest.qms.register.messages import sentence
from czest.qms.register.question import asked
from czest.qms.register.rules.parameters import address
from czest.qms.register.search import Answer
from plone.restapi.services import Service


class RegisterService(Service):
    """Lists entries with the counts of their facets; subclasses say of which register."""

    def ask(self):
        """Return ``(question, problems)`` of the request."""
        raise NotImplementedError

    def answer_to(self, question):
        """Return the RegisterAnswer to a question."""
        raise NotImplementedError

    def entries(self, brains):
        """Return the items for brains."""
        raise NotImplementedError

    def reply(self):
        """Return the answer.

        Raises:
            InvalidInput: when a parameter is wrong.
        """
        question, problems = self.ask()
        if problems:
            raise InvalidInput(
                _("Not searched: some of the parameters are wrong."),
                [(problem.field, sentence(problem)) for problem in problems],
            )
        answer = self.answer_to(question)
        return {
            "@id": address(f"{self.context.absolute_url()}/@register", question, start=question.start),
            "items": self.entries(answer.brains()),
            "items_total": answer.total,
            "facets": answer.facets(),
        }


class RegisterGet(RegisterService):
    """The register of documents."""

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        return Answer(question)

    def entries(self, brains):
        return [entry(brain) for brain in brains]
