"""What the database server does besides packing; named in its configuration (profiles/base.cfg).

It runs in the process of the server, where nothing of Plone is loaded.
"""

from ZODB.FileStorage import FileStorage


def pack(storage, references, stop, garbage):
    """Pack a FileStorage and empty its temporary file, which keeps the records of past transactions otherwise.

    Each transaction is first written to ``Data.fs.tmp``, over the beginning of the former one: what a long transaction
    left behind its end stays until a longer one, even where the database itself was packed.

    Parameters: see :class:`ZODB.FileStorage.interfaces.IFileStoragePacker`.
    """
    packed = FileStorage.packer(storage, references, stop, garbage)
    if packed is None:
        with storage._commit_lock:
            _empty(storage._tfile)
        return None
    # The packer comes back with the lock of committing held: nobody writes to the temporary file now.
    try:
        _empty(storage._tfile)
    except BaseException:
        storage._commit_lock.release()
        raise
    return packed


def _empty(file):
    file.seek(0)
    file.truncate()
