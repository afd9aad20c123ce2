"""Bars of a trend as SVG, each with its number upon it and a link to what it counts."""

from html import escape


BAR, GAP, HEIGHT, LABEL, TOP = 48, 12, 96, 22, 20


def bars(items, title, name):
    """Return bars as the text of an ``svg`` element.

    Parameters:
        items: dicts with ``count``, ``label`` (short, below the bar), ``name`` (whole, for those who do not see it)
            and ``url``.
        title: what the bars count.
        name: id of the title.
    """
    most = max([item["count"] for item in items], default=0) or 1
    width, height = (BAR + GAP) * len(items) + GAP, TOP + HEIGHT + LABEL
    drawn = [_bar(place, item, most) for place, item in enumerate(items)]
    return (
        f'<svg class="qms-bars" role="group" aria-labelledby="{name}" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" xmlns="http://www.w3.org/2000/svg"><title id="{name}">{escape(title)}</title>'
        f'{"".join(drawn)}<line class="qms-bars-line" x1="0" x2="{width}" y1="{TOP + HEIGHT}" y2="{TOP + HEIGHT}">'
        "</line></svg>"
    )


def _bar(place, item, most):
    left = GAP + (BAR + GAP) * place
    tall = round(HEIGHT * item["count"] / most)
    middle, base = left + BAR // 2, TOP + HEIGHT
    return (
        f'<a href="{escape(item["url"])}" aria-label="{escape(item["name"])}">'
        f'<rect class="qms-bars-bar" x="{left}" y="{base - tall}" width="{BAR}" height="{tall}"></rect>'
        f'<text class="qms-bars-count" x="{middle}" y="{base - tall - 5}">{item["count"]}</text>'
        f'<text class="qms-bars-label" x="{middle}" y="{base + 16}">{escape(item["label"])}</text></a>'
    )
