"""Reading ZIP containers (OpenDocument, Office Open XML, XPS) that may be hostile."""

from collections.abc import Sequence
from io import BytesIO
import struct
import zipfile
import zlib


#: Limits of what a container may declare. A reader of the standard library never inflates an entry
#: beyond its declared size, so declared sizes bound the work.
ENTRIES_LIMIT = 5_000
EXPANDED_LIMIT = 300 * 1024 * 1024
RATIO_LIMIT = 200
RATIO_FREE = 20 * 1024 * 1024
DIRECTORY_LIMIT = 2 * 1024 * 1024

_END = b"PK\x05\x06"
_END_SIZE = 22
_COMMENT_LIMIT = 65_535
_LOCATOR_64 = b"PK\x06\x07"
_LOCATOR_64_SIZE = 20
_ENCRYPTED = 0x1

#: What ``zipfile`` raises on damaged or foreign containers.
_READ_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class BrokenArchive(ValueError):
    """The bytes are not a readable container."""


class EncryptedArchive(ValueError):
    """An entry of the container is encrypted."""


class OversizedArchive(ValueError):
    """The container declares more content than a document ever has (a decompression bomb)."""


class Archive:
    """A container whose declared sizes were checked before anything is inflated.

    Parameters:
        data: bytes of the file.

    Raises:
        BrokenArchive: the bytes are not a readable container.
        EncryptedArchive: an entry is encrypted.
        OversizedArchive: the declared content passes a limit of this module.
    """

    def __init__(self, data: bytes):
        _check_directory(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _READ_ERRORS as error:
            raise BrokenArchive(str(error)) from error
        self.names = frozenset(self._zip.namelist())
        self.entries = tuple(self._zip.infolist())
        _check_entries(self.entries)

    def read(self, name: str, limit: int) -> bytes:
        """Return the beginning of an entry, at most ``limit`` bytes; empty when there is no such entry.

        Raises:
            BrokenArchive: the entry is damaged.
        """
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as entry:
                return entry.read(limit)
        except _READ_ERRORS as error:
            raise BrokenArchive(str(error)) from error


def _check_directory(data: bytes) -> None:
    """Look at the size of the central directory before it is read into memory."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _COMMENT_LIMIT))
    if end < 0 or len(data) - end < _END_SIZE:
        raise BrokenArchive("no end of central directory")
    entries, directory_size = struct.unpack_from("<HI", data, end + 10)
    locator = end - _LOCATOR_64_SIZE
    if locator >= 0 and data.startswith(_LOCATOR_64, locator):
        # Only containers over 4 GB or 65,535 entries need this record.
        raise OversizedArchive("ZIP64")
    if entries > ENTRIES_LIMIT or directory_size > DIRECTORY_LIMIT:
        raise OversizedArchive(f"{entries} entries")


def _check_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedArchive
    expanded = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > ENTRIES_LIMIT or expanded > EXPANDED_LIMIT:
        raise OversizedArchive(f"{expanded} bytes")
    if expanded > RATIO_FREE and expanded > RATIO_LIMIT * max(packed, 1):
        raise OversizedArchive(f"{expanded} bytes out of {packed}")
