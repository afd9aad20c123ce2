"""The package of an entry for entering it into another bulletin by hand (BIP-12): the same bytes whenever it is made."""

from czest.qms.bulletin.wording import second
from hashlib import sha256
import io
import zipfile


#: Nothing is compressed: compressors of different versions give different bytes, and files of offices are compressed.
_METHOD = zipfile.ZIP_STORED
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def package(parts, published_at):
    """Return a ZIP file as bytes.

    Beside the parts it holds ``SHA256SUMS``, which ``sha256sum -c`` checks.

    Parameters:
        parts: dict of bytes by path inside the package.
        published_at: time of every file inside, ISO 8601 in UTC.
    """
    parts = dict(sorted(parts.items()))
    sums = "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in parts.items())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", _METHOD) as archive:
        for path, data in {**parts, "SHA256SUMS": sums.encode()}.items():
            archive.writestr(_member(path, published_at), data)
    return buffer.getvalue()


def _member(path, published_at):
    member = zipfile.ZipInfo(path, _moment(published_at))
    member.compress_type = _METHOD
    member.create_system = _UNIX
    member.external_attr = _REGULAR_FILE
    return member


def _moment(published_at):
    day, time = second(published_at).split(" ")
    return (*map(int, day.split("-")), *map(int, time.split(":")))
