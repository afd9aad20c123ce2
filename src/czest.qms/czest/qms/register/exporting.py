"""Lists as files: what a page shows, whole, as CSV, JSON, XML or a spreadsheet.

A list has a view of its own for each kind of file, all of one class: ``register.csv``, ``register.ods`` and so on. The class
says what the table is; this module knows how it is given.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.language.dates import long_date
from czest.qms.tables.formats import FORMATS
from czest.qms.tables.table import Table
import io
from plone import api
from plone.registry.interfaces import IRegistry
from Products.Five import BrowserView
from zope.component import getUtility
from zope.i18n import translate


class TableFile(BrowserView):
    """Base of the views that give a list; the part of their name after the dot is the kind of file.

    Subclasses set ``file_name`` (without day and extension) and say what ``table`` returns. It is drawn up within the
    rights of the person who asks, and nothing is written.
    """

    file_name = None

    def table(self):
        """Return the Table.

        Raises:
            InvalidInput: a parameter of the address is wrong.
        """
        raise NotImplementedError

    def __call__(self):
        """Return the file as bytes, with the headers that keep it out of every cache and of the window."""
        extension = self.__name__.rpartition(".")[2]
        kind = FORMATS[extension]
        file = io.BytesIO()
        kind.write(self.table(), file)
        name = f"{self.file_name}-{clock.today().isoformat()}.{extension}"
        response = self.request.response
        response.setHeader("Content-Type", kind.media_type)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return file.getvalue()

    def made(self, title, columns, rows, count, choices=()):
        """Return the Table of a list as it is today: whose it is, of what day, what of, and for whom.

        Parameters:
            title: what the list is.
            columns, rows: as a Table takes them.
            count: number of rows in words, a Message.
            choices: what the list was narrowed to, in words.
        """
        today = clock.today()
        day = self.words(_("As of ${day}", mapping={"day": long_date(today)}))
        head = [self._office(), f"{day}, {self.words(count)}"]
        if choices:
            narrowed = ", ".join(self.words(choice) for choice in choices)
            head.append(self.words(_("Narrowed to: ${choices}", mapping={"choices": narrowed})))
        return Table(
            title=title,
            columns=tuple(columns),
            rows=rows,
            head=tuple(head),
            foot=(self.words(_("The list holds what the person who drew it up may see.")),),
            day=today,
            language=api.portal.get_current_language(),
        )

    def _office(self):
        return getUtility(IRegistry).forInterface(IOfficeSettings, prefix="czest.qms.office", check=False).subtitle

    def words(self, message):
        """Return a Message in the language of the person."""
        return translate(message, context=self.request)
