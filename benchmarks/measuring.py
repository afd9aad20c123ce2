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
    answers = {name: [] for name in pages}
    order = list(pages)
    for _round in range(rounds):
        for name in order:
            answer = reader.read(pages[name])
            if answer.status != 200 or abs(len(answer.body) - sizes[name]) > sizes[name] / 100:
                pages[name].check(answer.status, answer.body)
            answers[name].append((answer.seconds, answer.processor))
        order.reverse()
    return {name: figures(*zip(*answers[name], strict=True), sizes[name]) for name in pages}


def warm(page, reader):
    """Ask a page until caches are filled, check it, and return its size in bytes."""
    for _time in range(WARM_UP):
        answer = reader.read(page)
        page.check(answer.status, answer.body)
    return len(answer.body)
