"""The strip of editors: where the open edition stands, who acts now, what this person can do."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.interfaces import IRemarksBeside
from czest.qms.documents.views.reading.acting import people_now
from czest.qms.documents.views.reading.acts import possible_acts
from czest.qms.documents.views.reading.banner import compare_address
from czest.qms.documents.views.reading.course import course_links
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.titleblock import edition_name
from czest.qms.documents.views.reading.whereabouts import steps_now
from zope.component import queryMultiAdapter


def editing_strip(facts):
    """Return the view-model of the strip, or None for a mere reader.

    A dict with ``title``, ``plate`` and ``planned`` (or None), ``links``, ``steps``, ``people``, ``lacks`` (list of
    sentences), ``officers``, ``acts`` and ``remarks`` (as ``IRemarksBeside.count`` gives it).
    """
    if not facts.is_editor:
        return None
    edition = facts.open
    if edition is None:
        return {**nothing_open(facts), "acts": possible_acts(facts)}
    acting = people_now(facts, edition)
    return {
        "title": _("Edition ${number} in preparation", mapping={"number": edition.number}),
        "plate": plate(facts.state_of(edition)),
        "planned": planned_sentence(edition),
        "links": [*links(facts, edition), *course_links(edition, facts.request)],
        "steps": steps_now(facts, edition),
        "acts": possible_acts(facts),
        "remarks": remarks_on(facts, edition),
        **acting,
    }


def remarks_on(facts, edition):
    """Return how many remarks are open, or None."""
    remarks = queryMultiAdapter((edition, facts.request), IRemarksBeside)
    return None if remarks is None else remarks.count()


def nothing_open(facts):
    """Return the strip of a document on which nobody works."""
    title = _("No edition in preparation")
    if facts.in_force is None and not facts.editions:
        title = _("Registered, without any edition yet")
    return {
        "title": title,
        "plate": None,
        "planned": None,
        "links": course_links(facts.edition or facts.document, facts.request),
        "steps": [],
        "people": [],
        "lacks": [],
        "remarks": None,
    }


def planned_sentence(edition):
    """Return when the edition is to come into force, or None."""
    if edition.effective_from is None:
        return None
    return _("to come into force on ${day}", mapping={"day": long_date(edition.effective_from)})


def links(facts, edition):
    """Return the links at the end of the head; on the page of the open edition its banner has them."""
    if facts.edition is not None and edition.getId() == facts.edition.getId():
        return []
    found = [{"title": _("Open ${edition}", mapping={"edition": edition_name(edition)}), "url": edition.absolute_url()}]
    if facts.in_force is not None:
        title = _("Compare with edition ${number}", mapping={"number": facts.in_force.number})
        found.append({"title": title, "url": compare_address(facts.document, facts.in_force, edition)})
    return found
