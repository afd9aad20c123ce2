"""Stamps: small files that say from what something was made, written when it was wholly made."""

import hashlib
import os


def fingerprint(files, *words):
    """Return a digest of the names and bytes of some files and of some words.

    Parameters:
        files: Paths of existing files.
        words: further text that matters, such as a version.
    """
    digest = hashlib.sha256()
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    for word in words:
        digest.update(b"\0" + word.encode())
    return digest.hexdigest()


def is_current(stamp, expected, length=None):
    """Tell whether a stamp says that what stands there was made from the same things.

    Parameters:
        length: how many characters of the stamp count; all by default.
    """
    try:
        return stamp.read_text(encoding="ascii")[:length] == expected
    except (OSError, UnicodeDecodeError):
        return False


def write(stamp, text):
    """Write a stamp whole or not at all."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    unfinished = stamp.with_name(stamp.name + ".new")
    unfinished.write_text(text, encoding="ascii")
    os.replace(str(unfinished), str(stamp))
