"""The register of records as a file, and that of one series."""

from czest.qms import _
from czest.qms.appearance.states import STATES
from czest.qms.documents.making import uid_of
from czest.qms.records.listing.entries import entries
from czest.qms.records.listing.question import asked
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.records.listing.search import SeriesAnswer
from czest.qms.records.rules import lifecycle
from czest.qms.records.views.counted import records_counted
from czest.qms.records.views.register_narrowing import RecordsNarrowing
from czest.qms.records.views.register_narrowing import SeriesNarrowing
from czest.qms.records.views.register_page import TABS
from czest.qms.records.views.register_rows import CLOSED_ON
from czest.qms.register.views.list_file import ListFile
import datetime


#: Key, head, kind and width in millimetres of each column.
COLUMNS = (
    ("symbol", _("Symbol"), "text", 34),
    ("title", _("Title"), "text", 80),
    ("series", _("Series"), "text", 24),
    ("case_sign", _("Case sign"), "text", 34),
    ("owner_unit", _("Unit"), "text", 20),
    ("jrwa_class", _("JRWA class"), "text", 20),
    ("archival_category", _("Archival category"), "text", 22),
    ("created_on", _("Date of the record"), "date", 26),
    ("closed_on", CLOSED_ON, "date", 26),
    ("retention_until", _("Keep until"), "date", 26),
    ("state", _("State"), "text", 34),
    ("held", _("Hold"), "text", 26),
    ("address", _("Address"), "text", 90),
)

DAYS = ("created_on", "closed_on", "retention_until")


class RecordsFile(ListFile):
    """The register of records as a file."""

    file_name = "rejestr-zapisow"
    TABS = TABS
    COLUMNS = COLUMNS

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        self.answer = RecordsAnswer(question)
        return self.answer

    def narrowing_of(self, question):
        return RecordsNarrowing(question, "", self.request, self.answer)

    def counted(self, total):
        return records_counted(total)

    def rows(self, answer):
        state_words = {state: self.words(STATES[state].word) for state in lifecycle.STATES}
        held_word = self.words(STATES["held"].word)
        for brains in answer.batches():
            for row in entries(answer, brains):
                days = {name: row[name] and datetime.date.fromisoformat(row[name]) for name in DAYS}
                words = {"state": state_words[row["state"]], "held": held_word if row["held"] else None}
                texts = {**row, **days, **words, "address": row["@id"]}
                yield tuple(texts[key] for key, _head, _kind, _width in COLUMNS)


class SeriesFile(RecordsFile):
    """The records of one series as a file."""

    def answer_to(self, question):
        self.answer = SeriesAnswer(question, uid_of(self.context))
        return self.answer

    def narrowing_of(self, question):
        return SeriesNarrowing(question, "", self.request, self.answer)
