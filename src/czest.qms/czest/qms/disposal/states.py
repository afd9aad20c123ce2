"""What each state of a list is called and looks like."""

from czest.qms import _
from czest.qms.appearance.states import State


LIST_STATES = {
    state.id: state
    for state in (
        State("making", _("Being made"), "qms-waiting", "wait", "dashed", "dashes", "record"),
        State("proposed", _("Proposed for disposal"), "qms-draft", "soon", "dashed", "dashes", "record"),
        State("signed", _("List signed"), "qms-pending-approval", "soon", "tint", "dashes", "record"),
        State("requested", _("Waits for the archive's consent"), "qms-waiting", "wait", "tint", "ink", "record"),
        State("consented", _("Consent recorded"), "qms-approved", "soon", "tint", "ink", "record"),
        State("partly", _("Consent to a part recorded"), "qms-approved", "soon", "tint", "ink", "record"),
        State("refused", _("Refused by the archive"), "qms-withdrawn", "void", "hatched", "hatching-void", "record"),
        State("destroying", _("Being destroyed"), "qms-waiting", "wait", "tint", "ink", "record"),
        State("destroyed", _("Destroyed, waits for the protocol"), "qms-disposed", "wait", "tint", "ink", "record"),
        State("closed", _("Closed with the protocol"), "qms-disposed", "past", "hatched", "hatching", "record"),
        State("transferring", _("Being transferred"), "qms-waiting", "wait", "tint", "ink", "record"),
        State(
            "transferred", _("Transferred to the archive"), "qms-transferred", "past", "hatched", "hatching", "record"
        ),
        State("dropped", _("Given up"), "qms-withdrawn", "past", "hatched", "hatching", "record"),
    )
}
