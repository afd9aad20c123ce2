"""Verification of the whole trail, for ``bin/qms verify`` and the daily checkpoint."""

from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules import chains
from czest.qms.evidence.witnesses import all_witnesses
from typing import NamedTuple
from zope.component import queryUtility


#: Chains read before the cache of the connection is told to let go of them.
CHAINS_IN_MEMORY = 500

MESSAGES = {
    chains.CHANGED: _("The entry was changed after it was written."),
    chains.MISPLACED: _("An entry was dropped, inserted or moved here."),
    chains.UNLINKED: _("The entry does not follow from the one before it."),
    chains.REPLACED: _("The log outside the database remembers another entry under this number."),
    chains.MISSING: _("The log outside the database remembers entries that are no longer here: undone or rolled back."),
    chains.UNREADABLE: _("The entry cannot be read."),
}


class Break(NamedTuple):
    """One thing that is wrong with the trail.

    Parameters:
        label: symbol of the document or record, or the file (and line) of a damaged witness.
        seq: number of the entry, or None for a witness.
        message: Message saying what is wrong.
    """

    label: str
    seq: int | None
    message: str


def broken_chains():
    """Yield a Break for everything wrong with the trail of the current site, as last committed.

    All chains are verified against the log of heads and the checkpoints; chains that vanished wholly are named by
    the symbol that the log remembers.
    """
    # The witnesses are heard first: a view of the database taken later cannot be behind them.
    witnesses = all_witnesses()
    for place, message in witnesses.faults:
        yield Break(place, None, message)
    trail = queryUtility(ITrail)
    if trail is None:
        yield from _vanished(witnesses, witnesses.heads)
        return
    with trail.latest() as latest:
        uids = sorted(latest.uids())
        for count, uid in enumerate(uids, 1):
            for reason in latest.report(uid, witnesses.heads.get(uid, ())).reasons:
                yield Break(latest.label(uid), reason.seq, MESSAGES[reason.code])
            if count % CHAINS_IN_MEMORY == 0:
                latest.forget_read()
        yield from _vanished(witnesses, sorted(witnesses.heads.keys() - set(uids)))


def _vanished(witnesses, uids):
    """Yield a Break for every chain that only the witnesses know."""
    for uid in uids:
        yield Break(witnesses.labels[uid], 1, MESSAGES[chains.MISSING])
