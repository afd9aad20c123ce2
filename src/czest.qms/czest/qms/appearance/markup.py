"""Ready markup for long lists, where a macro per row would be felt."""

from czest.qms.appearance.icons import icon
from czest.qms.appearance.states import state
import html
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate


REQUEST_KEY = "czest.qms.appearance.state_words"


def state_word(state_id, request):
    """Return the markup of a state in a table: icon and word, translated, drawn once per request.

    The state in force is quiet (tick and word); every other gets its small plate.

    Raises:
        KeyError: when no such state is known.
    """
    drawn = IAnnotations(request).setdefault(REQUEST_KEY, {})
    if state_id not in drawn:
        shown = state(state_id)
        word = html.escape(translate(shown.word, context=request))
        classes = "qms-state" if state_id == "in_force" else shown.css
        drawn[state_id] = f'<span class="{classes}" data-state="{state_id}">{icon(shown.icon)}{word}</span>'
    return drawn[state_id]
