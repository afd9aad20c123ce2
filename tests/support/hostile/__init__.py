"""Three hundred broken or hostile files, made anew each time and always the same."""

from support.hostile import broken
from support.hostile import packages
from support.hostile import portable
from support.hostile import surprises


def cases():
    """Return ``(what it is, file name, bytes)`` of every case; no two are the same."""
    return [*broken.cases(), *portable.cases(), *packages.cases(), *surprises.cases()]
