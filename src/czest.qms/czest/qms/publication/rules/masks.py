"""Masking of what must not be repeated: a finding names personal data without showing it."""

#: Shorter values are masked wholly: four of eight characters would tell too much.
SHORTEST_SHOWN = 9
_EDGE = 2


def masked(value: str) -> str:
    """Return a value of which at most the first two and the last two characters can be read.

    Parameters:
        value: such as ``85010112345``; gives ``85*******45``.
    """
    if len(value) < SHORTEST_SHOWN:
        return "*" * len(value)
    return value[:_EDGE] + "*" * (len(value) - 2 * _EDGE) + value[-_EDGE:]
