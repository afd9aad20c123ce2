"""Words that the register and the home page put beside a document: openness, running edition, dates."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.icons import icon
from czest.qms.appearance.states import state
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.language.office_words import is_adjusted
import datetime
import html
from Missing import MV
from zope.i18n import translate


#: Degree of openness → icon and short word.
OPENNESS = {
    "bip": ("qms-openness-bip", _("BIP")),
    "public_optional": ("qms-openness-open", _("open")),
    "on_request": ("qms-openness-on-request", _("on request")),
    "internal": ("qms-openness-internal", _("internal")),
}


def running_sentence(brain, request):
    """Return what is said of a running edition: "edition 5 in review for 6 days", translated.

    Parameters:
        brain: the brain of the edition.
    """
    mapping = {"number": brain.edition_number, "since": translate(since(brain.state_since), context=request)}
    if brain.review_state == "approved":
        mapping["day"] = day_of(brain.effective_from)
    word = state(brain.review_state).word
    if is_adjusted(word):
        own = _("edition ${number}: ${state} ${since}", mapping={**mapping, "state": word})
        return " ".join(translate(own, context=request).split())
    sentences = {
        "draft": _("edition ${number}: draft ${since}", mapping=mapping),
        "in_agreement": _("edition ${number} in agreement ${since}", mapping=mapping),
        "in_formal_check": _("edition ${number} in formal check ${since}", mapping=mapping),
        "in_review": _("edition ${number} in review ${since}", mapping=mapping),
        "pending_approval": _("edition ${number} to be approved ${since}", mapping=mapping),
        "approved": _("edition ${number} approved, from ${day}", mapping=mapping),
    }
    return " ".join(translate(sentences[brain.review_state], context=request).split())


def documents_counted(total):
    """Return a number of documents in words, as a Message."""
    return counted(total, _("${count} document"), _("${count} documents (few)"), _("${count} documents (many)"))


def since(day):
    """Return for how long something has been so.

    Parameters:
        day: the first day, rrrr-mm-dd; empty or missing where it is not known.
    """
    if day is MV or not day:
        return ""
    days = (clock.today() - datetime.date.fromisoformat(day)).days
    if days < 1:
        return _("since today")
    return counted(days, _("for ${count} day"), _("for ${count} days (few)"), _("for ${count} days (many)"))


def day_of(stored):
    """Return a stored day for a sentence, or an empty text."""
    return "" if stored is MV or not stored else long_date(datetime.date.fromisoformat(stored))


def state_icon(state_id):
    """Return the markup of the icon of a state."""
    return icon(state(state_id).icon)


def openness_markup(request):
    """Return ``{degree: icon and word as markup}`` for a list; the page has drawn the icons by ``openness_icons``."""
    drawing = '<svg class="qms-icon" width="16" height="16" aria-hidden="true"><use href="#{name}"/></svg> {word}'
    return {
        degree: drawing.format(name=name, word=html.escape(translate(word, context=request)))
        for degree, (name, word) in OPENNESS.items()
    }


def openness_icons():
    """Return the drawings that ``openness_markup`` refers to: a globe drawn in each of a hundred rows is 170 kB."""
    drawings = "".join(
        f'<symbol id="{name}" viewBox="0 0 16 16">{icon(name)}</symbol>' for name, _word in OPENNESS.values()
    )
    return f'<svg class="visually-hidden" aria-hidden="true">{drawings}</svg>'
