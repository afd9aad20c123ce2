"""Files of an edition, for those who may see it."""

from plone.namedfile.browser import Download
from plone.namedfile.utils import extract_media_type
from urllib.parse import quote
from zExceptions import NotFound


#: Shown in the browser; everything else is saved (an office file opened in place could act in the site's name).
INLINE_TYPES = frozenset({"application/pdf"})


class FileOfEdition(Download):
    """Serves one file; subclasses say which. Nothing is written, ranges and HEAD are answered."""

    def set_headers(self, file):
        kind = extract_media_type(file.contentType)
        disposition = "inline" if kind in INLINE_TYPES else "attachment"
        response = self.request.response
        response.setHeader("Content-Type", file.contentType)
        response.setHeader("Content-Length", file.getSize())
        response.setHeader("Accept-Ranges", "bytes")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, max-age=0, must-revalidate")
        response.setHeader("Content-Disposition", f"{disposition}; filename*=UTF-8''{quote(file.filename, safe='')}")

    def HEAD(self):
        """Answer the headers alone."""
        self.set_headers(self._getFile())
        return ""

    def require_name(self, file, name):
        """Return the file if it has this name.

        Raises:
            NotFound: when it has another: the address of a file that was replaced leads nowhere.
        """
        if file is None or name not in (None, file.filename):
            raise NotFound(name)
        return file


class Attachment(FileOfEdition):
    """``EDITION/@@attachment/N/FILENAME``: attachments are counted from 1; the name may be left out."""

    def _getFile(self):
        number = self.fieldname or ""
        attachments = self.context.attachments or ()
        if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(attachments)):
            raise NotFound(number)
        return self.require_name(attachments[int(number) - 1], self.filename)


class SourceFile(FileOfEdition):
    """``EDITION/@@source-file/FILENAME``; the name may be left out."""

    def _getFile(self):
        return self.require_name(self.context.source_file, self.fieldname)
