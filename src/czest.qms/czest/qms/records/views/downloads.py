"""Files of a record, for those who may see it."""

from czest.qms.documents.views.reading.downloads import FileOfEdition
from zExceptions import NotFound


class FileOfRecord(FileOfEdition):
    """``RECORD/@@file/N/FILENAME``: files are counted from 1; the name may be left out."""

    def _getFile(self):
        return self.require_name(numbered(self.context.files, self.fieldname), self.filename)


class FileOfAddendum(FileOfEdition):
    """``RECORD/@@addendum/N/FILENAME``: the file of a correction."""

    def _getFile(self):
        files = [addendum["file"] for addendum in self.context.addenda]
        return self.require_name(numbered(files, self.fieldname), self.filename)


def numbered(files, number):
    """Return the file with a number, counted from 1.

    Raises:
        NotFound: when there is none.
    """
    if not (number and number.isascii() and number.isdigit() and 1 <= int(number) <= len(files)):
        raise NotFound(number or "")
    return files[int(number) - 1]
