"""``GET EDITION/@remarks``: the threads with their passages, and the paragraphs of the text to choose from."""

from czest.qms.remarks.reading import found_in
from czest.qms.remarks.reading import passages
from czest.qms.remarks.reading import readable_threads
from czest.qms.remarks.rules.threads import count_open
from dataclasses import asdict
from plone.restapi.services import Service


class RemarksGet(Service):
    """For those who may read the remarks only.

    Raises:
        NotPermitted: not this person; whether there are any is not told.
    """

    def reply(self):
        threads = readable_threads(self.context)
        text = passages(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@remarks",
            "digest": self.context.digest,
            "open": count_open(threads),
            "items": [self.thread(thread) for thread in threads],
            "paragraphs": [
                {"number": number, "section": each.section, "text": text.text[each.start : each.end]}
                for number, each in enumerate(text.paragraphs, 1)
            ],
        }

    def thread(self, thread):
        """Return a thread as clients see it."""
        settled = thread.resolution
        return {
            "id": str(thread.number),
            "open": thread.is_open,
            "how": settled.way if settled else None,
            "digest": thread.digest,
            "passage": self.passage(thread),
            "entries": [
                {
                    "kind": saying.kind,
                    "time": saying.time,
                    "login": saying.login,
                    "name": saying.name,
                    "post": saying.post,
                    "text": saying.text,
                    "how": saying.way or None,
                }
                for saying in thread.sayings
            ],
        }

    def passage(self, thread):
        """Return the passage as it was, and what stands there now; None where the remark is on the whole edition."""
        found, anchor = found_in(self.context, thread), asdict(thread.anchor)
        if not thread.anchor.quote:
            return {"place": thread.anchor.place} if thread.anchor.place else None
        now = passages(self.context).text[found.start : found.end] if found.start is not None else None
        del anchor["place"]
        return {**anchor, "status": found.status, "start": found.start, "end": found.end, "text": now}
