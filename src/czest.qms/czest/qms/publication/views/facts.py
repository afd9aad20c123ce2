"""What is said of a case: who asked, when, until when to decide, what was decided, metryczka and exclusions."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.language.dates import day_of
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.organisation.people import introduction
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.rules import cases
from czest.qms.publication.settings import decide_by
import datetime
from functools import cached_property


#: State of a case → word, icon, and the classes of its plate.
STATES = {
    cases.REQUESTED: (_("Waits for a decision"), "hourglass-split", "wait", "tint"),
    cases.SCHEDULED: (_("Scheduled"), "qms-approved", "soon", "tint"),
    cases.PUBLISHED: (_("Published"), "globe2", "force", "filled"),
    cases.ARCHIVED: (_("Archived version – not in force"), "qms-superseded", "past", "hatched"),
    cases.WITHDRAWN: (_("Withdrawn from the BIP (state)"), "qms-withdrawn", "void", "hatched"),
    cases.REFUSED: (_("Refused"), "qms-withdrawn", "void", "outline"),
    cases.LAPSED: (_("Lapsed"), "qms-superseded", "past", "outline"),
}


def plate_of(state):
    """Return the view-model of the plate of a state, as the macro ``plate`` asks."""
    word, icon, look, plate = STATES[state]
    css = f"qms-plate qms-look-{look} qms-plate-{plate}"
    return {"state": state, "word": word, "sentence": word, "icon": icon, "css": css}


def written(day):
    """Return a stored day for a sentence; an empty text for none."""
    return long_date(datetime.date.fromisoformat(day)) if day else ""


def in_words(person):
    """Return the name and the post of a Person; once, where they are the same."""
    return ", ".join(dict.fromkeys(filter(None, (person.name, person.post))))


class CaseFacts:
    """Facts about one case in words.

    Parameters:
        case: the case.
    """

    def __init__(self, case):
        self.case = case

    @property
    def plate(self):
        """The plate of the state."""
        return plate_of(self.case.state)

    @cached_property
    def draft(self):
        """The Snapshot as it was, or would be, published."""
        return draft_of(self.case)

    @property
    def requester(self):
        """Who asked: post and name."""
        return introduction(self.case.request["requested_by"])

    @property
    def requested_on(self):
        """The day of the request."""
        return long_date(day_of(self.case.request["requested_at"]))

    @property
    def moved_on(self):
        """The day on which it came into its state."""
        return long_date(day_of(self.case.moved_at))

    @property
    def due(self):
        """The last day to decide, a date, or None once it is decided."""
        return decide_by(self.case) if self.case.state == cases.REQUESTED else None

    @property
    def deadline(self):
        """The words of the deadline, or None."""
        if self.due is None:
            return None
        left = (self.due - clock.today()).days
        if left < 0:
            return counted(
                -left,
                _("${count} day past the deadline"),
                _("${count} days past the deadline (few)"),
                _("${count} days past the deadline (many)"),
            )
        if left == 0:
            return _("today is the last day")
        return counted(left, _("${count} day left"), _("${count} days left (few)"), _("${count} days left (many)"))

    @property
    def is_late(self):
        """Whether the deadline has passed."""
        return self.due is not None and self.due < clock.today()

    @property
    def decider(self):
        """Who decided: post and name, or None."""
        return introduction(self.case.decision["by"]) if self.case.decision else None

    @property
    def reason(self):
        """Why it was refused or withdrawn, or an empty text."""
        if self.case.state == cases.WITHDRAWN:
            return self.case.withdrawal["reason"]
        return (self.case.decision or {}).get("reason", "") if self.case.state == cases.REFUSED else ""

    @property
    def publish_on(self):
        """The day of publication that was set, or an empty text."""
        return written(self.case.publish_on)

    @property
    def until(self):
        """The last day in the bulletin, or an empty text."""
        return written(self.case.until)

    def metadata(self):
        """Return the rows of the metryczka: ``name`` of the field, ``label`` and ``value``."""
        metadata = self.draft.metadata
        entered_by = self.case.snapshot and from_plain(Snapshot, self.case.snapshot).metadata.entered_by
        rows = [
            ("responsible_name", _("Answers for the content"), in_words(metadata.responsible)),
            ("entered_by", _("Enters it into the BIP"), in_words(entered_by) if entered_by else _("whoever decides")),
            ("produced_on", _("Time of production"), written(metadata.produced_on)),
            ("bip_until", _("In the BIP until"), self.until or _("no last day")),
            ("entity", _("Made available by"), metadata.entity),
        ]
        return [{"name": name, "label": label, "value": value} for name, label, value in rows]
