"""``GET /qms/zapisy/@register``: the records that answer a question, within the rights of whoever asks."""

from czest.qms.records.listing.entries import entries
from czest.qms.records.listing.question import asked
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.register.services.get import RegisterService


class RecordsRegisterGet(RegisterService):
    """The register of records."""

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        self.answer = RecordsAnswer(question)
        return self.answer

    def entries(self, brains):
        return entries(self.answer, brains)
