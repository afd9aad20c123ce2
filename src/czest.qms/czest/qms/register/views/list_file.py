"""A register as a file: the rows of its page, all of them, under the same address."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.register.exporting import TableFile
from czest.qms.register.messages import sentence
from czest.qms.tables.table import Column


class ListFile(TableFile):
    """Takes the parameters of the page; those of its pages are checked and otherwise make no difference.

    Subclasses set the attributes below and give ``ask``, ``answer_to`` and ``narrowing_of`` as the page does, ``rows``
    and ``counted``.
    """

    #: Words of the tabs by scope.
    TABS = {}
    #: Key, head, kind and width in millimetres of each column.
    COLUMNS = ()

    def rows(self, answer):
        """Return an iterable of the rows of a RegisterAnswer, tuples of plain values."""
        raise NotImplementedError

    def counted(self, total):
        """Return a number of rows in words, a Message."""
        raise NotImplementedError

    def table(self):
        """Return the list of what answers the question.

        Raises:
            InvalidInput: a parameter is wrong; its sentence names each.
        """
        question, problems = self.ask()
        if problems:
            raise InvalidInput(self._refusal(problems), [(problem.field, sentence(problem)) for problem in problems])
        answer = self.answer_to(question)
        chips = self.narrowing_of(question).chips()
        return self.made(
            title=self.context.Title(),
            columns=[Column(key, self.words(head), kind, width) for key, head, kind, width in self.COLUMNS],
            rows=self.rows(answer),
            count=self.counted(answer.total),
            choices=[self.TABS[question.scope], *(chip["words"] for chip in chips)],
        )

    def _refusal(self, problems):
        """Return the sentence for people, who see no list of errors."""
        named = " ".join(f"{problem.field}: {self.words(sentence(problem))}" for problem in problems)
        return _("Not drawn up: some of the parameters are wrong. ${problems}", mapping={"problems": named})
