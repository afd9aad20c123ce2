"""The files as they were attached, byte for byte, and the reports on them."""

from czest.qms.outside_signatures.reading import readable_entry
from czest.qms.outside_signatures.rules.people import without_identifiers
from czest.qms.outside_signatures.services.signatures import described
import json
from plone.namedfile.browser import Download
from urllib.parse import quote
from zExceptions import NotFound


#: The parts that can be asked for: the signed file, the signature beside it, the reports.
PARTS = ("file", "signature", "report")


class OutsideSignature(Download):
    """``CONTENT/@@outside-signature/ID/PART/FILENAME``; the name may be left out.

    Nothing is written, nothing is rendered or stamped; ranges and HEAD are answered.
    """

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        """Take id, part and file name from the address.

        Raises:
            NotFound: when there is more.
        """
        if len(self.path) == 3:
            raise NotFound(name)
        self.path.append(name)
        return self

    def __call__(self):
        return self.report() if self.part == "report" else super().__call__()

    def HEAD(self):
        """Answer the headers alone."""
        if self.part == "report":
            self.report()
        else:
            self.set_headers(self._getFile())
        return ""

    @property
    def entry(self):
        """What the address names.

        Raises:
            NotFound: when there is no such thing, or the person may not know of it.
        """
        found = readable_entry(self.context, self.path[0]) if self.path else None
        if found is None:
            raise NotFound("/".join(self.path))
        return found

    @property
    def part(self):
        """Which of the PARTS is asked for."""
        return self.path[1] if len(self.path) > 1 else "file"

    def _getFile(self):
        named_file = self.entry[self.part] if self.part in PARTS else None
        if named_file is None or self.path[2:] not in ([], [named_file.filename]):
            raise NotFound("/".join(self.path))
        return named_file

    def set_headers(self, file):
        response = self.request.response
        response.setHeader("Content-Type", file.contentType)
        response.setHeader("Content-Length", file.getSize())
        response.setHeader("Accept-Ranges", "bytes")
        # Headers stand in logs of servers on the way.
        name = without_identifiers(file.filename)
        self._close(f"attachment; filename*=UTF-8''{quote(name, safe='')}")

    def _close(self, disposition):
        response = self.request.response
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, max-age=0, must-revalidate")
        response.setHeader("Content-Disposition", disposition)

    def report(self):
        """Return the whole of what is known, as JSON to be kept.

        Raises:
            NotFound: when the address goes on.
        """
        entry = self.entry
        if self.path[2:]:
            raise NotFound("/".join(self.path))
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        self._close(f'attachment; filename="raport-podpisu-{entry["id"]}.json"')
        return json.dumps(described(self.context, entry), ensure_ascii=False, indent=2)
