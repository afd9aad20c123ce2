"""Symbols that fit a series."""

from itertools import count


def usual_symbols(procedure, unit, jrwa_class):
    """Yield the symbols that fit a series, the best first, without end.

    Parameters:
        procedure: symbol of the procedure, such as ``PS-04``, or an empty text.
        unit: symbol of the unit.
        jrwa_class: symbol of the class; it stands behind a letter, since some look like a year.
    """
    if procedure:
        stem = f"Z-{procedure.replace('-', '')}"
        yield stem
        yield f"{stem}-{unit}"
    stem = f"Z-{unit}-K{jrwa_class}"
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
