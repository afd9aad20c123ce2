"""The timeline of editions as the page draws it."""

from czest.qms import _
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import table_date
from czest.qms.documents.views.reading.rules.timeline import Span
from czest.qms.documents.views.reading.rules.timeline import timeline
from czest.qms.documents.views.reading.titleblock import edition_name


#: Where the words at the line of today turn to its left, in percent of the width.
TURN = 50


def editions_line(facts):
    """Return the view-model of the timeline, or None where there is only one edition or none.

    A dict with ``bars``, ``today`` (``place``, ``anchor`` and ``words``), ``rows`` of the same as a table, newest
    first, and ``compare`` (address or None).
    """
    editions = list(reversed(facts.visible))
    if len(editions) < 2:
        return None
    spans = [span_of(edition, facts.state_of(edition)) for edition in editions]
    bars, place = timeline(spans, facts.today)
    by_number = {edition.number: edition for edition in editions}
    drawn = [drawing(bar, by_number.get(bar.span.number)) for bar in bars]
    return {
        "bars": drawn,
        "today": {
            "place": percent(place),
            "anchor": "end" if place > TURN else "start",
            "shift": -6 if place > TURN else 6,
            "words": _("today: ${day}", mapping={"day": long_date(facts.today)}),
        },
        "rows": [table_row(edition, facts.state_of(edition)) for edition in facts.visible],
        "compare": f"{facts.document.absolute_url()}/@@compare",
    }


def span_of(edition, state_id):
    """Return the Span of an edition."""
    return Span(edition.number, state_id, edition.in_force_from or edition.effective_from, edition.in_force_to)


def drawing(bar, edition):
    """Return one bar as the template draws it; a gap has no edition."""
    found = {"state": bar.span.state, "left": percent(bar.left), "width": percent(bar.width), "name": None}
    if edition is None:
        return found
    return {**found, "name": edition_name(edition), "note": note_of(bar.span), "url": edition.absolute_url()}


def note_of(span):
    """Return the words under a bar."""
    mapping = {"day": table_date(span.start)}
    if span.state in OPEN_STATES:
        return _("planned ${day}", mapping=mapping) if span.start else _("no day planned")
    if span.state == "in_force":
        return _("from ${day}, in force", mapping=mapping)
    if span.state == "withdrawn":
        return _("from ${day}, withdrawn", mapping=mapping)
    return _("from ${day}, superseded", mapping=mapping)


def percent(value):
    """Return a number of percent for an attribute of a drawing."""
    return f"{value:.2f}%"


def table_row(edition, state_id):
    """Return one row of the table that tells the same."""
    return {
        "name": edition_name(edition),
        "url": edition.absolute_url(),
        "start": table_date(edition.in_force_from or edition.effective_from),
        "end": table_date(edition.in_force_to),
        "state": state_id,
    }
