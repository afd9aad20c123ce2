"""The one stylesheet and the mark, at addresses that change with their content."""

from functools import cache
from hashlib import sha256
from pathlib import Path


FOLDER = Path(__file__).parent / "static"

MEDIA_TYPES = {
    "bip.css": "text/css; charset=utf-8",
    "bip-mark.svg": "image/svg+xml",
    "favicon.svg": "image/svg+xml",
}


@cache
def content(name):
    """Return a file as bytes.

    Raises:
        KeyError: for a name that is not served.
    """
    MEDIA_TYPES[name]
    return (FOLDER / name).read_bytes()


@cache
def version(name):
    """Return what stands for the content of a file in its address.

    Raises:
        KeyError: for a name that is not served.
    """
    return sha256(content(name)).hexdigest()[:12]


def address(site_address, name):
    """Return the address of a file, as in ``…/zasoby/bip.css?v=1f…``."""
    return f"{site_address}/zasoby/{name}?v={version(name)}"
