"""Rows of the tables of lists: where each stands, since when, what follows and who does it."""

from czest.qms import _
from czest.qms.disposal.rules.steps import AT_WORK
from czest.qms.disposal.states import LIST_STATES
from czest.qms.disposal.views.wording import follows
from czest.qms.disposal.views.wording import since_of
from czest.qms.documents.content import state_of
from czest.qms.language.dates import iso_date


#: States of lists on which nothing follows.
ENDED = ("closed", "transferred", "refused", "dropped")
OPEN = tuple(state for state in LIST_STATES if state not in ENDED)

#: Kind of a list → what it is called.
KIND_WORDS = {
    "A": _("transfer list of archival material"),
    "B": _("list of non-archival records"),
    "BE": _("list of records to be appraised"),
    "Bc": _("list of non-archival records"),
}


def kind_sentence(content):
    """Return what a list is, with its category."""
    return _("${kind}, category ${category}", mapping={"kind": KIND_WORDS[content.kind], "category": content.category})


def plate_of_list(state):
    """Return the view-model of the plate of a list in a state."""
    shown = LIST_STATES[state]
    return {
        "state": shown.id,
        "word": shown.word,
        "sentence": shown.word,
        "icon": shown.icon,
        "css": shown.css,
        "look": shown.look,
        "edge": shown.edge,
        "family": shown.family,
    }


def row_of_list(content):
    """Return what the tables show of a list; the list itself is woken, its rows are not."""
    state = state_of(content)
    step = follows(content.kind, state)
    return {
        "symbol": content.symbol,
        "title": content.title,
        "url": content.absolute_url(),
        "category": content.category,
        "unit": content.unit or "",
        "rows": len(content.rows),
        "plate": plate_of_list(state),
        "since": iso_date(since_of(content, state)),
        "next": step and step[0],
        "who": step and step[1],
        "is_working": state in AT_WORK or content.work is not None,
    }
