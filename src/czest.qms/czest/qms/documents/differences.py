"""What differs between two editions: text, control data, files."""

from czest.qms.documents.comparison import compare
from czest.qms.documents.comparison import compare_control_data
from czest.qms.documents.snapshots import control_data
from czest.qms.documents.snapshots import known_digest
from czest.qms.documents.snapshots import raw_text
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache


#: Comparing two long texts takes a while, and several people ask for the same two.
compared_texts = lru_cache(maxsize=64)(compare)


@dataclass(frozen=True)
class FileChange:
    """A file that is not the same in both editions.

    Parameters:
        name: file name.
        older: the file in the older edition, or None.
        newer: the file in the newer edition, or None.
    """

    name: str
    older: object
    newer: object


class Differences:
    """Differences between two editions.

    Parameters:
        older: the edition compared with.
        newer: the edition that is looked at.
    """

    def __init__(self, older, newer):
        self.older = older
        self.newer = newer

    @cached_property
    def text(self):
        """The Comparison of the texts."""
        return compared_texts(raw_text(self.older), raw_text(self.newer))

    @cached_property
    def data(self):
        """The changed fields of control data, as FieldChange."""
        return compare_control_data(control_data(self.older), control_data(self.newer))

    @cached_property
    def files(self):
        """The files added, removed or changed, as FileChange; the same bytes under the same name are no change."""
        older, newer = files_by_name(self.older), files_by_name(self.newer)
        names = [*newer, *(name for name in older if name not in newer)]
        changes = [FileChange(name, older.get(name), newer.get(name)) for name in names]
        return [change for change in changes if digest_or_none(change.older) != digest_or_none(change.newer)]


def files_by_name(edition):
    """Return the files of an edition by file name: the source file and the attachments."""
    files = [edition.source_file, *edition.attachments]
    return {file.filename: file for file in files if file is not None}


def digest_or_none(named_file):
    """Return the digest of a file, or None for no file."""
    return known_digest(named_file) if named_file is not None else None
