"""The namespace stays native, and every room is a package with a table of contents, if Zope is to know of it."""

#: Names that say nothing about what is inside.
EMPTY_NAMES = ("utils.py", "helpers.py", "misc.py", "common.py")

#: Rooms of which Zope knows nothing.
PLAIN_ROOMS = ("tables",)


def findings(sources):
    """Return a sentence for every file under the source root that breaks the shape of the package."""
    found = []
    namespace = sources / "czest.qms" / "czest"
    if (namespace / "__init__.py").exists():
        found.append("czest/__init__.py makes the namespace closed (PEP 420): remove it.")
    for path in sorted(sources.rglob("*.py")):
        if path.name in EMPTY_NAMES:
            found.append(f"{path.relative_to(sources)} has a name that says nothing.")
    for room in sorted(path for path in (namespace / "qms").iterdir() if (path / "__init__.py").exists()):
        if not _is_pure(room) and not (room / "configure.zcml").exists():
            found.append(f"{room.relative_to(sources)} has no configure.zcml.")
    return found


def _is_pure(room):
    """Whether there is nothing in a room that Zope would load: it is such a room, or holds rules alone so far."""
    return room.name in PLAIN_ROOMS or {path.name for path in room.iterdir()} - {"__init__.py", "__pycache__"} == {
        "rules"
    }
