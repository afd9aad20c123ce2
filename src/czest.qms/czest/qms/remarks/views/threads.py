"""One thread as pages show it."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.operations.base import operation_named
from czest.qms.remarks.reading import found_in
from czest.qms.remarks.reading import passages
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.wording import CHANGES
from czest.qms.remarks.wording import WAYS
from functools import cached_property


#: Signs of a passage shown above its remark; the whole stands in the text.
SHOWN = 300


def shortened(text):
    """Return the beginning and the end of a long passage."""
    if len(text) <= SHOWN:
        return text
    half = SHOWN // 2
    return f"{text[:half].rsplit(' ', 1)[0]} […] {text[-half:].split(' ', 1)[-1]}"


def who(saying):
    """Return post and name of that moment, each once."""
    return ", ".join(dict.fromkeys(filter(None, (saying.post, saying.name))))


def when(saying):
    """Return day and hour in the office."""
    moment = moment_of(saying.time)
    return _("${day}, ${hour}", mapping={"day": long_date(moment), "hour": hour(moment)})


class ThreadRow:
    """A thread with its passage, what was said, and what this person may do."""

    def __init__(self, thread, edition, request):
        self.thread = thread
        self.edition = edition
        self.request = request
        self.number = thread.number
        self.is_open = thread.is_open
        self.place = thread.anchor.place

    @cached_property
    def found(self):
        """What became of the passage."""
        return found_in(self.edition, self.thread)

    @cached_property
    def quote(self):
        """The passage as it was; empty for a remark on no passage."""
        return shortened(self.thread.anchor.quote)

    @property
    def section(self):
        """Heading of the section in which the passage is now, or empty."""
        paragraph = None if self.found.start is None else passages(self.edition).paragraph_at(self.found.start)
        return paragraph.section if paragraph is not None else ""

    @property
    def is_marked(self):
        """Whether the text of the page has a mark for it."""
        return self.found.start is not None and state_of(self.edition) not in RELEASED_STATES

    @property
    def change(self):
        """The sentence about a passage that is not as it was, or None."""
        return CHANGES.get(self.found.status)

    @property
    def quote_now(self):
        """What stands in its place now, where that is something else."""
        if self.found.status != "changed":
            return ""
        return shortened(passages(self.edition).text[self.found.start : self.found.end])

    @property
    def sayings(self):
        """What was said, each a dict with ``kind``, ``heading``, ``who``, ``when`` and ``text``."""
        return [
            {
                "kind": saying.kind,
                "heading": heading(saying),
                "who": who(saying),
                "when": when(saying),
                "text": saying.text,
            }
            for saying in self.thread.sayings
        ]

    @property
    def settled(self):
        """How it was settled, or None while it is open."""
        return None if self.is_open else WAYS[self.thread.resolution.way]

    @cached_property
    def acts(self):
        """What this person may do with it now: dicts with ``id``, ``title``, ``label`` and ``url``."""
        found = []
        for name in ("answer-remark", "resolve-remark") if self.is_open else ("answer-remark", "reopen-remark"):
            operation = operation_named(self.edition, self.request, name)
            is_refused = operation.refusal() is not None
            if not is_refused and (name != "resolve-remark" or operation.decides(self.thread)):
                url = f"{operation.address}?thread={self.number}"
                words = {"operation": operation.title, "number": self.number}
                label = _("${operation}: remark ${number}", mapping=words)
                found.append({"id": name, "title": operation.title, "label": label, "url": url})
        return found


def heading(saying):
    """Return what a saying is, in words; None for the remark itself."""
    if saying.kind == rules.RESOLUTION:
        return _("Settled: ${how}", mapping={"how": WAYS[saying.way]})
    return {rules.ANSWER: _("Answer"), rules.REOPENING: _("Opened again")}.get(saying.kind)
