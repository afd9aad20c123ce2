"""Files in the folder of the blobs that the database does not know.

A packing that was killed after it had put the new database in place leaves the files of removed objects behind, and no
later packing finds them; a transaction that was killed leaves files that were never committed.
"""

import os
from pathlib import Path
import time
from ZODB.POSException import POSKeyError


#: Seconds after which nobody is writing to a temporary file any more.
ABANDONED_AFTER = 24 * 60 * 60


def remove_unknown_blobs(storage):
    """Remove the files of blobs that a storage has no record of; return how many there were.

    Transactions that may still be in progress are left alone. A storage whose folder of blobs is but a cache of this
    process is, too.
    """
    helper = getattr(storage, "fshelper", None)
    if helper is None or not getattr(storage, "shared_blob_dir", True):
        return 0
    decided = storage.lastTransaction()
    removed = 0
    for _oid, folder in helper.listOIDs():
        for name in sorted(os.listdir(folder)):
            oid, number = helper.splitBlobFilename(os.path.join(folder, name))
            if oid is not None and number <= decided and not _is_known(storage, oid, number):
                (Path(folder) / name).unlink(missing_ok=True)
                removed += 1
    return removed + _remove_abandoned(Path(helper.temp_dir))


def _is_known(storage, oid, number):
    try:
        storage.loadSerial(oid, number)
    except POSKeyError:
        return False
    return True


def _remove_abandoned(folder):
    until = time.time() - ABANDONED_AFTER
    abandoned = [path for path in folder.rglob("*.tmp") if path.is_file() and path.stat().st_mtime < until]
    for path in abandoned:
        path.unlink(missing_ok=True)
    return len(abandoned)
