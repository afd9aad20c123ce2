"""Words for remarks: how many, how settled, what became of the passage."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.remarks.rules import anchors
from czest.qms.remarks.rules import threads as rules


#: How a remark was settled.
WAYS = {
    rules.ACCEPTED: _("taken into account"),
    rules.REJECTED: _("not taken into account"),
    rules.ANSWERED: _("explained"),
}

#: What became of a passage, for those who read the remark; of one that is still there nothing is said.
CHANGES = {
    anchors.MOVED: _("The passage stands elsewhere or among other words now."),
    anchors.CHANGED: _("The passage has changed since."),
    anchors.GONE: _("The passage is not in the text any more."),
}

#: The same in a table.
STATUSES = {
    anchors.EXACT: _("unchanged (passage)"),
    anchors.MOVED: _("moved (passage)"),
    anchors.CHANGED: _("changed (passage)"),
    anchors.GONE: _("gone (passage)"),
}

OPEN, SETTLED = _("open (remark)"), _("settled (remark)")


def waiting_counted(count):
    """Return how many remarks wait for a person's answer, in words."""
    return counted(
        count,
        _("${count} remark waits for your answer"),
        _("${count} remarks wait for your answer (few)"),
        _("${count} remarks wait for your answer (many)"),
    )


def open_counted(count):
    """Return how many remarks are open, in words."""
    if not count:
        return _("no open remarks")
    return counted(
        count, _("${count} open remark"), _("${count} open remarks (few)"), _("${count} open remarks (many)")
    )
