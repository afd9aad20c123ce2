"""The register of documents as a file: the rows of the page, all of them, under the same address."""

from czest.qms import _
from czest.qms.appearance.states import STATES
from czest.qms.documents.kinds import kinds
from czest.qms.register.question import asked
from czest.qms.register.search import Answer
from czest.qms.register.views.library import TABS
from czest.qms.register.views.list_file import ListFile
from czest.qms.register.views.narrowing import Narrowing
from czest.qms.register.views.rows import IN_FORCE_SINCE
from czest.qms.register.views.rows import shown
from czest.qms.register.wording import documents_counted
from czest.qms.register.wording import OPENNESS
import datetime
from plone import api


#: Key, head, kind and width in millimetres of each column.
COLUMNS = (
    ("symbol", _("Symbol"), "text", 24),
    ("kind", _("Kind"), "text", 24),
    ("title", _("Title"), "text", 80),
    ("owner_unit", _("Owner"), "text", 20),
    ("edition", _("Edition"), "text", 18),
    ("in_force_from", IN_FORCE_SINCE, "date", 26),
    ("openness", _("Openness"), "text", 24),
    ("state", _("State"), "text", 34),
    ("process", _("Process"), "text", 20),
    ("address", _("Address"), "text", 90),
)


class RegisterFile(ListFile):
    """The register of documents as a file."""

    file_name = "wykaz-dokumentow"
    TABS = TABS
    COLUMNS = COLUMNS

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        return Answer(question)

    def narrowing_of(self, question):
        return Narrowing(question, "", self.request)

    def counted(self, total):
        return documents_counted(total)

    def rows(self, answer):
        types = api.portal.get_tool("portal_types")
        kind_words = {kind: self.words(types[kind].Title()) for kind in kinds()}
        state_words = {state.id: self.words(state.word) for state in STATES.values()}
        openness_words = {degree: self.words(word) for degree, (_icon, word) in OPENNESS.items()}
        for brains in answer.batches():
            running = answer.running_editions(brains)
            for brain in brains:
                row = shown(brain, running.get(brain.UID))
                day = row["in_force_from"]
                yield (
                    row["symbol"],
                    kind_words[row["kind"]],
                    row["title"],
                    row["owner_unit"],
                    row["edition"],
                    datetime.date.fromisoformat(day) if day else None,
                    openness_words.get(row["openness"]),
                    state_words[row["state"]],
                    row["process"],
                    row["@id"],
                )
