"""Names by which a record and its files go in a publication."""

import itertools


#: Kind of a record without fields of its own.
RECORD = "Record"


def kind_of(record_form):
    """Return the id of the kind of a record, as the bulletin knows it: ``audit-report`` is ``AuditReport``."""
    return "".join(part.capitalize() for part in record_form.split("-")) if record_form else RECORD


def named_apart(files):
    """Return ``{name: file}``, in their order; of files with the same name, the later ones are numbered.

    Parameters:
        files: objects with ``filename``.
    """
    named = {}
    for file in files:
        stem, dot, extension = file.filename.rpartition(".")
        others = (f"{stem or extension} ({ordinal}){dot}{extension if stem else ''}" for ordinal in itertools.count(2))
        named[next(name for name in itertools.chain([file.filename], others) if name not in named)] = file
    return named
