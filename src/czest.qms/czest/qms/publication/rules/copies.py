"""Which copies of public pages are no longer true after a change in the bulletin: pure addresses."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import SITE_MAP
from czest.qms.bulletin.batching import SIZE
from dataclasses import dataclass
import datetime


#: Whoever asked for a page just before a change may have put his copy down just after it was taken away. Such a copy is
#: shown for no longer than this while the bulletin answers; then it is taken away, too.
AGAIN_AFTER = datetime.timedelta(seconds=60)

#: Files that every entry has by the same name.
OF_ENTRY = ("metryczka.json", "metryczka.xml", "paczka.zip")
#: Addresses of the whole site at which a document or a change may stand.
OF_SITE = ("feed.atom", "feed.json", "sitemap.xml", SITE_MAP)


@dataclass(frozen=True)
class Outdated:
    """Something in the bulletin that has changed.

    Parameters:
        path: of the entry or page below the bulletin's site, such as ``dokumenty/PS-01/wydanie-6``.
        files: public names of its files, also of those that are gone now.
        purged_at: when its copies were taken away for the first time, ISO 8601 in UTC; empty while they were not.
    """

    path: str
    files: tuple[str, ...] = ()
    purged_at: str = ""


def is_due(outdated, now):
    """Tell whether copies are to be taken away now: at once, and once more later."""
    if not outdated.purged_at:
        return True
    return datetime.datetime.fromisoformat(outdated.purged_at) + AGAIN_AFTER <= now


def addresses_of(outdated, entries, lists):
    """Return the addresses of all copies that may no longer be true, from the root of the public site.

    Parameters:
        outdated: the Outdated.
        entries: ``{subject id: ids of its entries}``; neighbours of an entry link to it.
        lists: ``{address: how many rows it has}`` of the lists that come in parts.
    """
    at = Addresses("")
    folder, _slash, rest = outdated.path.partition("/")
    found = [at.home, *(at.named(name) for name in OF_SITE)]
    for address, rows in lists.items():
        found += _parts(address, rows)
    if folder != DOCUMENTS:
        return [*found, at.page(rest)]
    subject, _slash, own = rest.partition("/")
    found.append(at.placed(f"{folder}/{subject}"))
    for entry in dict.fromkeys((own, *entries.get(subject, ()))):
        address = at.placed(f"{folder}/{subject}/{entry}")
        found += [address, *(f"{address}/{name}" for name in OF_ENTRY)]
    return found + [at.placed(f"{folder}/{subject}/{own}/pliki/{name}") for name in outdated.files]


def _parts(address, rows):
    """Return the addresses of all parts of a list; one more than it has, because it may have had one more."""
    return [address, *(f"{address}?b_start={start}" for start in range(SIZE, rows + SIZE + 1, SIZE))]
