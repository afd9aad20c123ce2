"""The specification that stands beside a definition, read back."""

import re


def sections(path):
    """Return ``{state: {name in the first cell of a row: the other cells}}`` of a specification.

    Parameters:
        path: Path of the file.
    """
    found = {}
    for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _newline, text = section.partition("\n")
        state = re.search(r"\(`(\w+)`\)$", heading)
        if state:
            rows = [row.strip("|").split("|") for row in text.splitlines() if row.startswith("|")]
            named = [(re.search(r"`([^`]+)`", cells[0]), cells[1:]) for cells in rows]
            found[state[1]] = {name[1]: cells for name, cells in named if name}
    return found


def words_in(cell):
    """Return the ids that a cell of a specification names."""
    return set(re.findall(r"`([^`]+)`", cell))
