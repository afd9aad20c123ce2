"""The rows of a list as its page draws them, and what they come to."""

from czest.qms import _
from czest.qms.disposal.finding import brains_of
from czest.qms.disposal.rows import totals
from czest.qms.disposal.rules.rows import Totals
from czest.qms.disposal.views.wording import remarks_of
from czest.qms.language.numerals import counted


#: What the catalog says of a hold without an end.
WITHOUT_END = "9999"


def shown_rows(content, rows, held, ticked):
    """Return rows of a list as the table shows them; a record that the person may not see is no link.

    Parameters:
        content: the list.
        rows: the rows of the page.
        held: numbers of the rows on hold.
        ticked: numbers of the rows that the person wants to exclude.
    """
    brains = brains_of(rows)
    return [_row(content, row, brains.get(row.record), row.number in held, row.number in ticked) for row in rows]


def _row(content, row, brain, is_held, is_ticked):
    number = row.number
    return {
        "number": number,
        "sign": row.case_sign or row.symbol,
        "url": brain and brain.getURL(),
        "signature": row.signature or _("made from nature"),
        "heading": row.heading,
        "years": row.years,
        "units": row.units,
        "files": files_sentence(row),
        "held": is_held,
        "held_until": _until(brain) if is_held else None,
        "remarks": [*([row.remarks] if row.remarks else []), *remarks_of(content, number, is_held)],
        "standing": _standing(content, number, is_held),
        "can_be_excluded": content.is_open_row(number),
        "ticked": is_ticked,
    }


def _standing(content, number, is_held):
    if number in content.excluded:
        return "excluded"
    return "done" if number in content.done else "held" if is_held else "open"


def parts_of_totals(content):
    """Return what the rows of a list come to, as Messages: units, then files where there are any."""
    found = totals(content)
    units, files = counted_units(found.units), files_sentence(found)
    if content.excluded:
        out = sum(content.rows[number].units for number in content.excluded)
        units = _("${units}, ${out} of them excluded", mapping={"units": units, "out": str(out)})
    return [units, *([files] if files else [])]


def _until(brain):
    """Return until when a record itself is held, a Message; None without an end, or where its series is held."""
    day = brain.held_until if brain is not None else ""
    return _("until ${day}", mapping={"day": day}) if day and day < WITHOUT_END else None


def files_sentence(counted_things):
    """Return how many files and megabytes a row or the sums of rows have, None without files."""
    if not counted_things.files:
        return None
    megabytes = (
        counted_things.megabytes if isinstance(counted_things, Totals) else Totals(size=counted_things.size).megabytes
    )
    size = f"{megabytes:.1f}".replace(".", ",").removesuffix(",0")
    return counted(
        counted_things.files,
        _("${count} file, ${size} MB", mapping={"size": size}),
        _("${count} files, ${size} MB (few)", mapping={"size": size}),
        _("${count} files, ${size} MB", mapping={"size": size}),
    )


def counted_units(number):
    """Return a number of archival units in words, as a Message."""
    return counted(number, _("${count} unit"), _("${count} units (few)"), _("${count} units"))
