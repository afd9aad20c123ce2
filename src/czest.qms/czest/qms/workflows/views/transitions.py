"""The table of transitions, and what else may be done in a state: in the words of the operations themselves."""

from czest.qms.language.office_words import office_word
from czest.qms.workflows.rules.flow import numbers_of
from czest.qms.workflows.views.wording import people
from czest.qms.workflows.views.wording import who_does_it
from zope.i18n import translate


def transition_rows(definition, facts, words, request):
    """Return the transitions by their number in the diagram.

    Parameters:
        definition: the live one.
        facts: see ``definitions.facts``.
        words: what the states are called, ``{id: text}``, in the order of the flow.

    Returns:
        A list of dicts with ``number``, ``id``, ``title``, ``sources`` and ``target`` (texts), ``who`` and ``tells``
        (lists of texts, one for each operation that makes the transition).
    """
    rows = []
    for transition_id, number in numbers_of(definition).items():
        transition = definition.transitions[transition_id]
        sources = [source for source in words if source in definition.sources_of(transition_id)]
        making = [one for one in facts if transition_id in one.fires]
        rows.append(
            {
                "number": number,
                "id": transition_id,
                "title": translate(office_word(transition.title), context=request),
                "sources": [words[source] for source in sources],
                "target": words.get(transition.target, ""),
                "who": _each_once(who_does_it(one, request) for one in making),
                "tells": _each_once(people(one.tells, request) for one in making),
            }
        )
    return rows


def other_operations(facts, state_id, request):
    """Return what may be done in a state that leaves it as it is: dicts with ``title`` and ``who``."""
    found = [
        {"title": translate(one.title, context=request), "who": who_does_it(one, request)}
        for one in facts
        if one.is_asked and not one.fires and one.who and (one.possible_in is None or state_id in one.possible_in)
    ]
    return found


def _each_once(texts):
    return [text for text in dict.fromkeys(texts) if text]
