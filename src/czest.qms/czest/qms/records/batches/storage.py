"""Batches as they are kept: rows, files, and what became of each row.

What is written of a row, its record and its result, is written in one transaction: whatever interrupts the work, a row is
either done and known to be done, or neither.
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from persistent import Persistent


#: States of a batch, in their order; ``STOPPED`` is one that cannot go on.
CHECKING, CHECKED, LOADING, DONE, STOPPED = "checking", "checked", "loading", "done", "stopped"
AT_WORK = frozenset({CHECKING, LOADING})


class Batch(Persistent):
    """One batch.

    Parameters:
        batch_id: its id.
        series: symbol of the series; empty where each row finds its own.
        uploader: login of the person in whose name the records are handed in.
        uploaded: aware datetime.
        filename: name of the table.
        sheet: ``rules.batches.Sheet`` without faults.
        files: NamedBlobFiles by their keys (``rules.batches.file_key``), digests noted.
        is_trial: whether it waits to be confirmed after it was checked, even if nothing is wrong.
    """

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    def __init__(self, batch_id, series, uploader, uploaded, filename, sheet, files, is_trial):
        self.id = batch_id
        self.series = series
        self.uploader = uploader
        self.uploaded = uploaded
        self.filename = filename
        self.is_trial = is_trial
        self.state = CHECKING
        #: Rows passed in the present state; written in every step, so that two at one batch conflict.
        self.position = 0
        self.ended = None
        self.rows = IOBTree([*enumerate(sheet.rows, 1)])
        self.count = len(sheet.rows)
        self.files = OOBTree(files)
        self.left_over = ()
        #: By position: ``{"errors": [(column, text)], "warnings": [text]}``.
        self.findings = IOBTree()
        #: By position: ``{"symbol", "uid", "path"}`` of the record, or ``{"errors": [(column, text)]}``.
        self.results = IOBTree()
        self.wrong = 0
        self.failed = 0

    @property
    def loaded(self):
        """How many records it has handed in."""
        return len(self.results) - self.failed

    def begin(self, state):
        """Enter a state."""
        self.state = state
        self.position = 0

    def note_finding(self, position, errors, warnings):
        """Keep what the check says of a row; nothing is kept of a row that nothing is said of."""
        if errors or warnings:
            self.findings[position] = {"errors": errors, "warnings": warnings}
        self.wrong += bool(errors)

    def is_wrong(self, position):
        """Tell whether the check found a row wrong."""
        return bool(self.findings.get(position, {}).get("errors"))

    def note_result(self, position, result):
        """Keep what became of a row."""
        self.results[position] = result
        self.failed += "errors" in result

    def finish(self, state, moment):
        """End the batch and let go of its files."""
        self.begin(state)
        self.ended = moment
        self.files.clear()


InitializeClass(Batch)


class Batches(Persistent):
    """Batches by id."""

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    def __init__(self):
        self._batches = OOBTree()

    def add(self, batch):
        """Keep a batch."""
        self._batches[batch.id] = batch

    def get(self, batch_id):
        """Return a batch, or None."""
        return self._batches.get(batch_id)

    def drop(self, batch_id):
        """Forget a batch and its files; records that it handed in stay."""
        del self._batches[batch_id]

    def all(self):
        """Return every batch, the latest first."""
        return sorted(self._batches.values(), key=lambda batch: batch.uploaded, reverse=True)

    def at_work(self):
        """Return those with work to do, the earliest first."""
        return [batch for batch in reversed(self.all()) if batch.state in AT_WORK]


InitializeClass(Batches)
