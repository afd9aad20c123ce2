"""What the world outside the database remembers of the trail: the log of heads and the checkpoints."""

from czest.qms import _
from czest.qms.evidence import checkpoint_files
from czest.qms.evidence import head_log
from dataclasses import dataclass
from dataclasses import field


@dataclass
class Witnesses:
    """Everything remembered outside the database.

    Parameters:
        heads: set of ``(seq, hash)`` by key of the chain.
        labels: symbol by key of the chain.
        faults: pairs ``(place, message)`` of what is wrong with the witnesses themselves.
    """

    heads: dict = field(default_factory=dict)
    labels: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)

    def remember(self, uid, label, seq, digest):
        """Take one head into account."""
        self.heads.setdefault(uid, set()).add((seq, digest))
        self.labels[uid] = label


def heads_of_chain(uid):
    """Return the ``(seq, hash)`` pairs that the log and the latest checkpoint remember of one chain."""
    heads = {(head.seq, head.hash) for head in head_log.read(uid).heads}
    for path in checkpoint_files.paths()[-1:]:
        heads.update((head["seq"], head["hash"]) for head in checkpoint_files.read(path).heads if head["uid"] == uid)
    return heads


def all_witnesses():
    """Return the Witnesses of the whole log and of every checkpoint."""
    witnesses = Witnesses()
    _hear_checkpoints(witnesses)
    content = head_log.read()
    for head in content.heads:
        witnesses.remember(head.uid, head.label, head.seq, head.hash)
    for line in content.garbage:
        witnesses.faults.append((f"{head_log.log_path().name}:{line}", _("This line of the log cannot be read.")))
    return witnesses


def _hear_checkpoints(witnesses):
    """Take every checkpoint into account, and that each follows from the one before."""
    before = None
    for path in checkpoint_files.paths():
        checkpoint = checkpoint_files.read(path)
        if not checkpoint.sound:
            witnesses.faults.append((checkpoint.name, _("The checkpoint was changed after it was written.")))
        elif before is not None and before.sound and checkpoint.previous != before.digest:
            witnesses.faults.append((checkpoint.name, _("The checkpoint does not follow from the one before it.")))
        for head in checkpoint.heads:
            witnesses.remember(head["uid"], head["label"], head["seq"], head["hash"])
        before = checkpoint
