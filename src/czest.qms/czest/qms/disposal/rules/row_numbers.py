"""Numbers of rows as people write them: ``3, 7–9``."""

import re


_PART = re.compile(r"(\d{1,7})(?:\s*[-–—]\s*(\d{1,7}))?")


#: No list has more rows; more numbers are a slip of the pen, as in ``1–9999999``.
MOST_ROWS = 100_000


def parsed(text):
    """Return the sorted list of the numbers written.

    Parameters:
        text: numbers and ranges with a comma, a semicolon or a new line between them; may be empty.

    Raises:
        ValueError: a part is neither a number nor a range from a smaller to a greater one, or one is too great.
    """
    found = set()
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        match = _PART.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last <= MOST_ROWS:
            raise ValueError(part.strip())
        found.update(range(first, last + 1))
    return sorted(found)


def written(numbers):
    """Return numbers as people write them, neighbours as a range: ``3, 7–9``."""
    runs = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(_run(first, last) for first, last in runs)


def _run(first, last):
    if first == last:
        return f"{first}"
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"
