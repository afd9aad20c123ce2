"""The remarks on an edition as a file: ``EDITION/@@remarks-export.csv``, ``.ods``, ``.json`` and ``.xml``."""

from czest.qms import _
from czest.qms import clock
from czest.qms.language.dates import long_date
from czest.qms.remarks.reading import readable_threads
from czest.qms.remarks.rules.threads import count_open
from czest.qms.remarks.rules.threads import RESOLUTION
from czest.qms.remarks.views.threads import heading
from czest.qms.remarks.views.threads import ThreadRow
from czest.qms.remarks.views.threads import who
from czest.qms.remarks.wording import OPEN
from czest.qms.remarks.wording import open_counted
from czest.qms.remarks.wording import SETTLED
from czest.qms.remarks.wording import STATUSES
from czest.qms.remarks.wording import WAYS
from czest.qms.tables.formats import FORMATS
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
import datetime
import io
from plone import api
from Products.Five import BrowserView
from zope.i18n import translate


#: Key, head, kind and width in millimetres of each column.
COLUMNS = (
    ("number", _("No. (remark)"), "number", 12),
    ("section", _("Section"), "text", 40),
    ("passage", _("Passage or place"), "text", 70),
    ("passage_now", _("What became of the passage"), "text", 36),
    ("made_on", _("Made on (remark)"), "date", 24),
    ("made_by", _("Made by (remark)"), "text", 50),
    ("remark", _("Remark"), "text", 90),
    ("answers", _("Answers"), "text", 90),
    ("state", _("State"), "text", 24),
    ("how", _("How it is settled"), "text", 36),
    ("explanation", _("Explanation"), "text", 70),
    ("settled_on", _("Settled on"), "date", 24),
    ("settled_by", _("Settled by"), "text", 50),
)


class RemarksFile(BrowserView):
    """All remarks, one a row, in the order in which they were made; for those who may read them only.

    The part of the view's name after the dot is the kind of file.
    """

    def table(self):
        """Return the Table.

        Raises:
            NotPermitted: not this person.
        """
        edition, threads, today = self.context, readable_threads(self.context), clock.today()
        mapping = {"symbol": edition.document.symbol, "number": edition.number}
        return Table(
            title=self.words(_("Remarks on ${symbol}, edition ${number}", mapping=mapping)),
            columns=tuple(Column(key, self.words(head), kind, width) for key, head, kind, width in COLUMNS),
            rows=[self.row(ThreadRow(thread, edition, self.request)) for thread in threads],
            head=(
                edition.title,
                self.words(_("As of ${day}", mapping={"day": long_date(today)})),
                self.words(open_counted(count_open(threads))),
            ),
            day=today,
            language=api.portal.get_current_language(),
        )

    def row(self, row):
        """Return the cells of one thread."""
        thread, settled = row.thread, row.thread.resolution
        return (
            row.number,
            row.section,
            thread.anchor.quote or row.place or self.words(_("the whole edition")),
            self.words(STATUSES[row.found.status]) if thread.anchor.quote else None,
            day_of_saying(thread.opener),
            who(thread.opener),
            thread.opener.text,
            "\n".join(self.answer(saying) for saying in thread.sayings[1:] if saying is not settled),
            self.words(OPEN if row.is_open else SETTLED),
            settled and self.words(WAYS[settled.way]),
            settled and settled.text,
            settled and day_of_saying(settled),
            settled and who(settled),
        )

    def answer(self, saying):
        """Return a later saying with who it was."""
        what = f" ({self.words(heading(saying))})" if saying.kind == RESOLUTION else ""
        return f"{who(saying)}{what}: {saying.text}"

    def words(self, message):
        """Return a Message in the language of the person."""
        return translate(message, context=self.request)

    def __call__(self):
        """Return the file as bytes, with the headers that keep it out of every cache and of the window."""
        extension = self.__name__.rpartition(".")[2]
        file = io.BytesIO()
        FORMATS[extension].write(self.table(), file)
        symbol = self.context.document.getId()
        name = f"uwagi-{symbol}-{self.context.getId()}-{clock.today().isoformat()}.{extension}"
        response = self.request.response
        response.setHeader("Content-Type", FORMATS[extension].media_type)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return file.getvalue()


def day_of_saying(saying):
    """Return the day in the office on which something was said."""
    return datetime.datetime.fromisoformat(saying.time).astimezone(clock.OFFICE_ZONE).date()
