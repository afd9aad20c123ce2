"""The daily checkpoint: all heads committed to in one file, and the log of heads put away."""

from czest.qms import clock
from czest.qms.evidence import checkpoint_files
from czest.qms.evidence import head_log
from czest.qms.evidence.rules.sealing import timestamp
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.evidence.verification import broken_chains
import logging


logger = logging.getLogger(__name__)


def take_checkpoint(trail, day):
    """Write the checkpoint of a day, once; days not after the last checkpoint are done already.

    Where the trail is whole, the log of heads is put away as ``trail-heads-YYYY-MM-DD.jsonl`` and begins anew with
    what the checkpoint does not cover, which keeps it short. Where it is broken, the log stays: it is the evidence.

    Parameters:
        trail: the ITrail utility.
        day: date of the checkpoint.

    Returns:
        Path of the checkpoint that was written, or None where the day is done already.

    Raises:
        OSError: when a file cannot be written.
    """
    earlier = checkpoint_files.paths()
    if earlier and earlier[-1].name >= checkpoint_files.file_of(day).name:
        return None
    previous = checkpoint_files.read(earlier[-1]).digest if earlier else None
    whole = not any(broken_chains())
    heads = heads_of(trail)
    if not checkpoint_files.write(day, timestamp(clock.now()), previous, heads):
        return None
    if whole:
        put_log_away(day, heads)
    else:
        logger.warning("The trail is broken: the log of heads is kept with the evidence. See bin/qms verify.")
    return checkpoint_files.file_of(day)


def heads_of(trail):
    """Return the heads of all chains as last committed, as a checkpoint writes them."""
    heads = []
    with trail.latest() as latest:
        for uid in sorted(latest.uids()):
            entry = _head_of(latest, uid)
            if entry is not None:
                heads.append({"uid": uid, "label": latest.label(uid), "seq": entry.seq, "hash": entry.hash})
    return heads


def _head_of(trail, uid):
    """Return the last entry of a chain, or None where there is none that can be read."""
    try:
        return trail.head(uid)
    except UnreadableEntry:
        return None


def put_log_away(day, heads):
    """Begin the log anew with the heads that are later than those of a checkpoint."""
    covered = {head["uid"]: head["seq"] for head in heads}
    archive = head_log.log_path().with_name(f"trail-heads-{day.isoformat()}.jsonl")
    head_log.rotate(archive, lambda head: head.seq <= covered.get(head.uid, 0))
