"""Asking our page and the plain ones in turn."""

from benchmarks.figures import figures


#: Requests of each page before the first that counts.
WARM_UP = 8


def measure(comparison, reader, rounds):
    """Return ``{page name: Figures}``; ours is named ``ours``.

    Every round asks each page once; every other round in the opposite order, so that none always follows the same
    one. Each answer is checked whole before the first round, and by its status and size in every round.

    Raises:
        WrongPage: when an answer is not the page meant.
    """
    pages = {"ours": comparison.ours, **comparison.plain}
    sizes = {name: warm(page, reader) for name, page in pages.items()}
    seconds = {name: [] for name in pages}
    order = list(pages)
    for _round in range(rounds):
        for name in order:
            taken, status, body = reader.read(pages[name])
            if status != 200 or abs(len(body) - sizes[name]) > sizes[name] / 100:
                pages[name].check(status, body)
            seconds[name].append(taken)
        order.reverse()
    return {name: figures(seconds[name], sizes[name]) for name in pages}


def warm(page, reader):
    """Ask a page until caches are filled, check it, and return its size in bytes."""
    for _time in range(WARM_UP):
        _seconds, status, body = reader.read(page)
        page.check(status, body)
    return len(body)
