"""Words of lists on the screens of the archivist: steps, what follows, and what is said of a row."""

from czest.qms import _
from czest.qms.disposal.papers import day_of
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.sentences import sentence_of
from czest.qms.language.dates import iso_date


#: Step → its name.
STEPS = {
    "proposal": _("Proposal (step)"),
    "list": _("List (step)"),
    "request": _("Request (step)"),
    "answer": _("Consent of the archive (step)"),
    "destruction": _("Destruction (step)"),
    "transfer": _("Transfer (step)"),
    "protocol": _("Protocol (step)"),
}

#: Step → what is said of it while it is the next one, and while it lies ahead.
NEXT = {
    "proposal": _("is being made"),
    "list": _("waits for its signature"),
    "request": _("to be sent"),
    "answer": _("awaited"),
    "destruction": _("may be done"),
    "transfer": _("to be recorded"),
    "protocol": _("to be recorded"),
}
AHEAD = {
    "destruction": _("after the consent"),
    "transfer": _("after the request"),
    "protocol": _("commission, category A"),
}
#: Step → what is said of it once it is done, with its day.
DONE = {
    "proposal": _("made on ${day}"),
    "list": _("signed on ${day}"),
    "request": _("sent on ${day}"),
    "answer": _("of ${day}"),
    "destruction": _("done on ${day}"),
    "transfer": _("done on ${day}"),
    "protocol": _("recorded on ${day}"),
}

ARCHIVIST = _("Archivist")
STATE_ARCHIVE = _("State archive")
SYSTEM = _("The system goes on by itself")

#: State of a list → what follows, and who does it; None where nothing follows.
FOLLOWS = {
    "making": (_("The list is being made"), SYSTEM),
    "proposed": (_("Signing of the list"), ARCHIVIST),
    "signed": (_("Sending of the request"), ARCHIVIST),
    "requested": (_("Answer to the request"), STATE_ARCHIVE),
    "consented": (_("Destruction of the records"), ARCHIVIST),
    "partly": (_("Destruction of the records"), ARCHIVIST),
    "destroying": (_("The records are being destroyed"), SYSTEM),
    "destroyed": (_("Protocol of the commission"), ARCHIVIST),
    "transferring": (_("The transfer is being recorded"), SYSTEM),
    "refused": None,
    "transferred": None,
    "closed": None,
    "dropped": None,
}
#: What follows on a transfer list where it is not the same.
FOLLOWS_OF_TRANSFER = {"requested": (_("Transfer to the state archive"), ARCHIVIST)}

#: State → the paper whose day is that since which the list stands there.
_SINCE = {
    "signed": "signed",
    "requested": "requested",
    "consented": "answered",
    "partly": "answered",
    "refused": "refused",
    "destroying": "destroyed",
    "destroyed": "destroyed",
    "transferring": "transferred",
    "transferred": "transferred",
    "closed": "protocol",
    "dropped": "dropped",
}

#: Kind of the work → what the screen says while it goes on.
WORK = {
    "making": _("Putting records on the list: ${done} of ${total}."),
    "returning": _("Giving records back: ${done} of ${total}."),
    "destroying": _("Destroying records: ${done} of ${total}."),
    "transferring": _("Recording the transfer: ${done} of ${total}."),
}


def follows(kind, state):
    """Return what follows on a list and who does it, or None where nothing does."""
    special = FOLLOWS_OF_TRANSFER if kind == "A" else {}
    return special.get(state) or FOLLOWS[state]


def since_of(content, state):
    """Return the day since which a list stands in a state."""
    return day_of(content, _SINCE[state]) or content.made_on if state in _SINCE else content.made_on


def remarks_of(content, number, is_held):
    """Return what is said of a row besides its hold, as a list of Messages.

    Parameters:
        content: the list.
        number: of the row.
        is_held: whether the row is on hold, which is said already.
    """
    excluded, done = content.excluded.get(number), content.done.get(number)
    found = []
    if excluded:
        found.append(_excluded(excluded))
    if done:
        sentence = _("handed over ${day}") if content.kind == "A" else _("destroyed ${day}")
        found.append(_(sentence, mapping={"day": iso_date(done)}))
    skipped = [code for code in content.skipped.get(number, ()) if not (is_held and code == "on_hold")]
    return found + [sentence_of(Problem(code)) for code in skipped]


def _excluded(excluded):
    by_archive = excluded["by"] == "archive"
    sentence = _("excluded by the archive: ${reason}") if by_archive else _("taken off by the office: ${reason}")
    return _(sentence, mapping={"reason": excluded["reason"]})
