"""Which pages of a long list are linked."""

from urllib.parse import urlencode


#: Pages linked on each side of the present one; the first and the last are always linked.
NEIGHBOURS = 2


def pages(total, start, size, address, query):
    """Return the view-model of the macro ``pagination``.

    Parameters:
        total: number of rows in all.
        start: number of rows before the first one shown.
        size: rows on a page, at least 1.
        address: address of the list without a query.
        query: list of pairs (name, value): everything else that must stay in the address.
    """
    count = max(1, -(-total // size))
    present = min(start // size + 1, count)

    def link(number):
        return f"{address}?{urlencode([*query, ('b_start', (number - 1) * size)])}"

    return {
        "rows": f"{min(start + 1, total)}–{min(start + size, total)}",
        "total": total,
        "previous": link(present - 1) if present > 1 else None,
        "next": link(present + 1) if present < count else None,
        "numbers": [
            {"number": number, "url": link(number) if number else None, "current": number == present}
            for number in _linked(present, count)
        ],
    }


def _linked(present, count):
    """Return the numbers to show, with None where some are left out."""
    near = range(max(1, present - NEIGHBOURS), min(count, present + NEIGHBOURS) + 1)
    wanted = sorted({1, count, *near})
    shown = [wanted[0]]
    for number in wanted[1:]:
        if number > shown[-1] + 1:
            shown.append(None)
        shown.append(number)
    return shown
