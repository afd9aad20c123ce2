"""What each state is called and looks like: word, icon, colour and edge, each enough by itself."""

from czest.qms import _
from czest.qms.language.dates import long_date
from czest.qms.language.office_words import is_adjusted
from czest.qms.language.office_words import office_word
from dataclasses import dataclass
from zope.i18nmessageid import Message


NO_BREAK_SPACE = "\u00a0"

#: Families of states, usable as headings.
FAMILIES = {
    "force": _("In force"),
    "coming": _("Not in force yet"),
    "past": _("No longer in force"),
    "record": _("Records"),
}


@dataclass(frozen=True)
class State:
    """How one state is shown.

    Parameters:
        id: the state id of the workflow, also the value of ``data-state``.
        word: the Message shown on plates, in facets, mails and the API, in the office's own words where it has any.
        icon: name of an icon record, without ``plone.icon.``.
        look: ``force``, ``soon``, ``past``, ``void``, ``wait`` or ``ink``; names a colour token.
        plate: ``filled``, ``tint``, ``dashed``, ``outline`` or ``hatched``.
        edge: edge of the title block: ``solid``, ``dashes``, ``hatching``, ``hatching-void``, ``ink``.
        family: key of FAMILIES.
    """

    id: str
    word: str
    icon: str
    look: str
    plate: str
    edge: str
    family: str

    def __post_init__(self):
        object.__setattr__(self, "word", office_word(self.word))

    @property
    def css(self):
        """Classes of the plate."""
        return f"qms-plate qms-look-{self.look} qms-plate-{self.plate}"


STATES = {
    state.id: state
    for state in (
        State("in_force", _("In force"), "qms-in-force", "force", "filled", "solid", "force"),
        State("draft", _("Draft"), "qms-draft", "soon", "dashed", "dashes", "coming"),
        State("in_agreement", _("In agreement"), "people-fill", "soon", "tint", "dashes", "coming"),
        State("in_formal_check", _("In formal check"), "clipboard-check-fill", "soon", "tint", "dashes", "coming"),
        State("in_review", _("In review"), "qms-in-review", "soon", "tint", "dashes", "coming"),
        State("pending_approval", _("To be approved"), "qms-pending-approval", "soon", "tint", "dashes", "coming"),
        State("approved", _("Approved"), "qms-approved", "soon", "tint", "dashes", "coming"),
        State("superseded", _("Superseded"), "qms-superseded", "past", "hatched", "hatching", "past"),
        State("withdrawn", _("Withdrawn"), "qms-withdrawn", "void", "hatched", "hatching-void", "past"),
        State(
            "archived", _("Archived version – not in force"), "qms-superseded", "past", "hatched", "hatching", "past"
        ),
        State("recorded", _("Recorded"), "qms-filed", "ink", "outline", "ink", "record"),
        State("open", _("Open (record)"), "qms-draft", "soon", "dashed", "dashes", "record"),
        State("filed", _("Filed"), "qms-filed", "ink", "outline", "ink", "record"),
        State("disposal_pending", _("Waits for the archive's consent"), "qms-waiting", "wait", "tint", "ink", "record"),
        State("disposed", _("Disposed of"), "qms-disposed", "past", "hatched", "hatching", "record"),
        State(
            "transferred", _("Transferred to the archive"), "qms-transferred", "past", "hatched", "hatching", "record"
        ),
        State("held", _("On hold (disposal)"), "qms-held", "ink", "filled", "hatching-ink", "record"),
    )
}


#: States of records whose words tell the day on which they entered it.
SINCE = {
    "filed": _("Filed on ${since}"),
    "disposal_pending": _("Waits for the archive's consent since ${since}"),
    "disposed": _("Disposed of on ${since}"),
    "transferred": _("Transferred to the archive on ${since}"),
}


def state(state_id):
    """Return the State of a state id.

    Raises:
        KeyError: when no such state is known.
    """
    return STATES[state_id]


def plate(state_id, since=None, until=None):
    """Return the view-model of a plate, for the macros ``plate``, ``state`` and ``title_block``.

    Parameters:
        state_id: key of STATES.
        since: the first day in force, past or planned, or that on which a record entered the state: a date or None.
        until: the last day in force: a date or None.

    Returns:
        A dict with ``state``, ``word`` (short), ``sentence`` (with the dates known), ``icon``, ``css``, ``look``,
        ``edge`` and ``family``.

    Raises:
        KeyError: when no such state is known.
    """
    shown = state(state_id)
    return {
        "state": shown.id,
        "word": shown.word,
        "sentence": sentence(shown, since, until),
        "icon": shown.icon,
        "css": shown.css,
        "look": shown.look,
        "edge": shown.edge,
        "family": shown.family,
    }


def sentence(shown, since, until):
    """Return the words of a large plate: no state without its date where the date is known."""
    known = {name: day for name, day in (("since", since), ("until", until)) if day}
    dates = {name: long_date(day).replace(" ", NO_BREAK_SPACE) for name, day in known.items()}
    if is_adjusted(shown.word):
        return own_sentence(shown, dates)
    if shown.id == "in_force" and since:
        return _("In force since ${since}", mapping=dates)
    if shown.id == "approved" and since:
        return _("Approved, from ${since}", mapping=dates)
    if shown.id == "superseded" and since and until:
        return _("Superseded · was in force from ${since} to ${until}", mapping=dates)
    if shown.id == "withdrawn" and since and until:
        return _("Withdrawn · was in force from ${since} to ${until}", mapping=dates)
    return Message(SINCE[shown.id], mapping=dates) if since and shown.id in SINCE else shown.word


def own_sentence(shown, dates):
    """Return the words of a large plate whose state has a word of the office's own.

    Parameters:
        dates: the days known, in words, by ``since`` and ``until``.
    """
    words = {"state": shown.word, **dates}
    if shown.family == "past" and len(dates) == 2:
        return _("${state} · was in force from ${since} to ${until}", mapping=words)
    if shown.id in {"in_force", "approved", *SINCE} and "since" in dates:
        return _("${state}, from ${since}", mapping=words)
    return shown.word
