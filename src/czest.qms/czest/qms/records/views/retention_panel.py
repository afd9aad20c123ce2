"""The panel *Okres przechowywania*: the full years as a row, and the same in words."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import table_date
from czest.qms.records.retaining import holds_on
from czest.qms.records.rules import retention
from czest.qms.records.rules.retention import WITHOUT_END
from czest.qms.records.rules.years_row import row_of
from czest.qms.records.rules.years_row import WHOLE


#: Where the words at the line of today turn to its left, in percent of the width.
TURN = 85


def panel(record):
    """Return the view-model of the panel.

    A dict with ``verdict`` (said in bold) and ``sentence``, ``facts`` (``label`` and ``value``), and ``row``, the
    drawing, or None where there are no years to draw.
    """
    day = clock.today()
    holds = holds_on(record)
    held = retention.held_until(holds, day)
    category = retention.Category.parse(record.archival_category) if record.archival_category else None
    return {
        **words(category, record.closed_on, held, holds, day),
        "facts": facts(record, category, held),
        "row": drawing(category, record.closed_on, holds, day),
    }


def words(category, closed_on, held, holds, day):
    """Return ``verdict`` and ``sentence`` about what may happen to the record and when."""
    if category is None:
        return {"verdict": _("The class gives no archival category."), "sentence": ""}
    if held is not None:
        sentence = _("While the hold is in force nothing may be destroyed; the years are counted all the same.")
        return {"verdict": _("Disposal is not possible."), "sentence": sentence}
    if closed_on is None:
        sentence = _("They are counted from 1 January of the year after the one in which the case is closed.")
        return {"verdict": _("The years are not running yet."), "sentence": sentence}
    due = retention.due_from(category, closed_on, holds, day)
    return {"verdict": VERDICTS[category.kind][due <= day], "sentence": SENTENCES[category.kind]}


#: Kind of category → what is said before the day has come, and after.
VERDICTS = {
    "B": (_("The years of keeping are running."), _("The years of keeping have passed.")),
    "BE": (_("The years of keeping are running."), _("The archive's appraisal is due.")),
    "Bc": (_("No years of keeping."), _("No years of keeping.")),
    "A": (_("Archival material, kept for ever."), _("The transfer to the state archive is due.")),
}
SENTENCES = {
    "B": _("Disposal only by a list and with the consent of the state archive."),
    "BE": _("After them the state archive appraises the records; only then may they stand on a list."),
    "Bc": _("May be destroyed when it is no longer needed, by a list and with consent."),
    "A": _("Never disposed of; after 25 full years it goes to the state archive."),
}

#: Kind of category → what comes after the full years.
AFTERWARDS = {
    "B": _("disposal possible"),
    "BE": _("appraisal by the archive"),
    "Bc": _("disposal possible"),
    "A": _("transfer to the state archive"),
}


#: The same while a hold is in force.
WITHOUT_HOLD = {
    "B": _("disposal, were there no hold"),
    "BE": _("appraisal, were there no hold"),
    "Bc": _("disposal, were there no hold"),
    "A": _("transfer, were there no hold"),
}


def facts(record, category, held):
    """Return the days as a list: for assistive technology, phones and prints."""
    if category is None or record.closed_on is None:
        return []
    found = [fact(_("Case closed"), long_date(record.closed_on))]
    years = retention.years_of(category, record.closed_on)
    if years:
        mapping = {"count": len(years), "first": years[0].year, "last": years[-1].year}
        found.append(fact(_("Full years"), _("${count}: from ${first} to ${last}", mapping=mapping)))
    if held is not None:
        until = _("without an end") if held == WITHOUT_END else _("until ${day}", mapping={"day": long_date(held)})
        found.append(fact(_("On hold (disposal)"), until))
    due = long_date(retention.due_from(category, record.closed_on))
    label = _("Afterwards") if held is None else _("Afterwards, were there no hold")
    mapping = {"what": AFTERWARDS[category.kind], "day": due}
    return [*found, fact(label, _("${what}, from ${day}", mapping=mapping))]


def fact(label, value):
    return {"label": label, "value": value}


def drawing(category, closed_on, holds, day):
    """Return the row of full years as the template draws it, or None."""
    years = retention.years_of(category, closed_on, holds, day) if category is not None else ()
    if not years:
        return None
    row = row_of(years, closed_on, day, holds)
    due = retention.due_from(category, closed_on)
    return {
        "first": {"width": percent(row.edge), "word": closed_on.year},
        "fields": [field(one) for one in row.fields],
        "last": {"left": percent(WHOLE - row.edge), "width": percent(row.edge), "year": due.year},
        "bars": [bar(one) for one in row.bars],
        "today": today(row.today),
        "closed": {
            "place": percent(row.closed),
            "words": _("case closed on ${day}", mapping={"day": table_date(closed_on)}),
        },
        "middle": _(
            "full years ${first}–${last} of category ${category}, counted from 1 January after the case was closed",
            mapping={"first": 1, "last": len(years), "category": str(category)},
        ),
        "end": AFTERWARDS[category.kind] if not row.bars else WITHOUT_HOLD[category.kind],
    }


def today(place):
    """Return the line of today, whose word stands on the side where there is room."""
    turned = place > TURN
    return {"place": percent(place), "anchor": "end" if turned else "start", "shift": -6 if turned else 6}


def field(one):
    """Return one field of the drawing: a year, or several where the row is long."""
    is_single = one.first == one.last
    return {
        "look": "held" if one.is_held else "over" if one.is_over else "coming",
        "left": percent(one.left),
        "width": percent(one.width),
        "years": str(one.first) if is_single else f"{one.first}–{one.last % 100:02}",
        "numbers": str(one.numbers[0]) if is_single else f"{one.numbers[0]}–{one.numbers[1]}",
    }


def bar(one):
    """Return a hold of the drawing; a narrow one has its words in the list of days only."""
    words = (
        _("on hold without an end")
        if one.until is None
        else _("on hold until ${day}", mapping={"day": table_date(one.until)})
    )
    return {"left": percent(one.left), "width": percent(one.width), "words": words, "is_told": one.width > 20}


def percent(value):
    """Return a number of percent for an attribute of a drawing."""
    return f"{value:.2f}%"
