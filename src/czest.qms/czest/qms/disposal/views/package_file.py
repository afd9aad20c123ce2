"""``LIST/@@package.zip``: the archival package of a transfer list, for the archivist; nothing is written on the way."""

from czest.qms import _
from czest.qms.disposal.packaging import ChangedFile
from czest.qms.disposal.packaging import write_package
from czest.qms.disposal.views.list_file import ListFile
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.tables.formats import FORMATS
import io
import os
import tempfile
from zExceptions import NotFound
from ZPublisher.Iterators import filestream_iterator


class PackageFile(ListFile):
    """Writes the package into a file that goes away with the answer.

    Raises:
        NotFound: the list is not of category A.
        ObjectMovedOn: a file is not what it was when it was stored.
    """

    def __call__(self):
        if self.context.kind != "A":
            raise NotFound(self.__name__)
        with tempfile.NamedTemporaryFile(suffix=".zip", delete=False) as file:
            try:
                write_package(self.context, file, {"spis.csv": self._list()})
                file.flush()
                iterator = filestream_iterator(file.name, "rb")
            except ChangedFile as changed:
                mapping = {"symbol": changed.symbol, "name": changed.name}
                sentence = _("Not made: file ${name} of record ${symbol} is not what it was.", mapping=mapping)
                raise ObjectMovedOn(sentence) from changed
            finally:
                # The open file stays readable until the answer is sent.
                os.unlink(file.name)
        response = self.request.response
        response.setHeader("Content-Type", "application/zip")
        response.setHeader("Content-Disposition", f'attachment; filename="paczka-{self.context.id}.zip"')
        response.setHeader("Content-Length", len(iterator))
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return iterator

    def _list(self):
        written = io.BytesIO()
        FORMATS["csv"].write(self.table(), written)
        return written.getvalue()
