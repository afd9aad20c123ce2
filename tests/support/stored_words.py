"""Looking for words in everything that a running system has written: raw, compressed, encoded, and deleted but open."""

import base64
import contextlib
import os
from pathlib import Path
import re
import stat
import struct
import zlib


#: How a stream of zlib begins, and how a file inside a ZIP does (DOCX, ODT).
COMPRESSED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
ZIPPED = re.compile(rb"PK\x03\x04")
ZIP_HEADER = 30
#: Bytes of a compressed stream that are looked at.
LONGEST_STREAM = 4 * 1024 * 1024


def places(words, folder, processes):
    """Return ``{word: sorted places}`` of the words that are in any file below a folder or open in a process.

    Parameters:
        words: of ASCII letters, and not of words that a text could have by chance.
        folder: Path.
        processes: ids of processes.
    """
    found = {word: set() for word in words}
    for place, path in [*_files(folder), *_open_files(processes)]:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for word in _words_in(path.read_bytes(), words):
                found[word].add(place)
    return {word: sorted(where) for word, where in found.items()}


def processes_of(folder):
    """Return the ids of the processes that were started with anything from a folder."""
    ids = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            if f"{folder}/".encode() in path.read_bytes():
                ids.append(int(path.parent.name))
    return ids


def _files(folder):
    return [(str(path.relative_to(folder)), path) for path in folder.rglob("*") if _is_file(path)]


def _open_files(processes):
    for process in processes:
        for path in Path(f"/proc/{process}/fd").glob("*"):
            with contextlib.suppress(FileNotFoundError):
                target = os.readlink(path)
                if target.endswith(" (deleted)") and _is_file(path):
                    yield f"{process}: {target}", path


def _is_file(path):
    with contextlib.suppress(FileNotFoundError):
        return stat.S_ISREG(path.stat().st_mode)
    return False


def _words_in(data, words):
    texts = [data, *_unpacked(data)]
    return {word for word in words if any(form in text for form in _forms(word) for text in texts)}


def _forms(word):
    """Return a word as it may be written: in UTF-8, in UTF-16 and in BASE64 wherever it begins there."""
    yield word.encode()
    yield word.encode("utf-16-le")
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + word.encode())
        # Characters at either end depend on the neighbours, too.
        yield encoded[4 if shift else 0 : -4]


def _unpacked(data):
    view = memoryview(data)
    for match in COMPRESSED.finditer(data):
        yield from _decompressed(view[match.start() : match.start() + LONGEST_STREAM], zlib.MAX_WBITS)
    for match in ZIPPED.finditer(data):
        name, extra = struct.unpack("<HH", data[match.start() + 26 : match.start() + ZIP_HEADER].ljust(4, b"\0"))
        begin = match.start() + ZIP_HEADER + name + extra
        yield from _decompressed(view[begin : begin + LONGEST_STREAM], -zlib.MAX_WBITS)


def _decompressed(data, kind):
    """Yield what can be decompressed from the beginning of some bytes: where it was overwritten, it ends."""
    stream, parts = zlib.decompressobj(kind), []
    with contextlib.suppress(zlib.error):
        for begin in range(0, len(data), 1024):
            parts.append(stream.decompress(data[begin : begin + 1024]))
            if stream.eof:
                break
    if parts:
        yield b"".join(parts)
