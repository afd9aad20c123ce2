"""How files are named to people: type and size."""

import pathlib


KILOBYTE = 1024


def kind_of_file(name):
    """Return the type of a file from its name, as in "ODT"; an empty string where the name has no ending."""
    return pathlib.PurePosixPath(name).suffix[1:].upper()


def size_of_file(size):
    """Return a size in bytes as people read it: "31 kB", "2,4 MB"; never "0 kB"."""
    kilobytes = max(1, round(size / KILOBYTE))
    if kilobytes < KILOBYTE:
        return f"{kilobytes}\u00a0kB"
    return f"{size / KILOBYTE / KILOBYTE:.1f}".replace(".", ",") + "\u00a0MB"


def title_of_file(name):
    """Return a file name without its ending, for the words of a link."""
    return pathlib.PurePosixPath(name).stem.replace("_", " ") or name
