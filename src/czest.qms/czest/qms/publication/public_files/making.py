"""Choosing how a public file is made; runs in the child."""

from collections.abc import Callable
from czest.qms.documents.files import decode
from czest.qms.publication.public_files import office_documents
from czest.qms.publication.public_files import opendocument
from czest.qms.publication.public_files import pictures
from czest.qms.publication.public_files import portable


def _plain_text(data: bytes, title: str, language: str) -> tuple[bytes, set[str]]:
    decoded = decode(data)
    if decoded is None:
        raise ValueError("not text")
    text, encoding = decoded
    return text.encode("utf-8"), set() if encoding == "utf-8" else {"encoding"}


_MAKERS: dict[str, Callable[[bytes, str, str], tuple[bytes, set[str]]]] = {
    "pdf": portable.make,
    "docx": office_documents.make,
    "odt": opendocument.make,
    "txt": _plain_text,
    "csv": _plain_text,
    "png": pictures.make,
    "jpg": pictures.make,
    "jpeg": pictures.make,
}


def made(data: bytes, extension: str, title: str, language: str) -> tuple[bytes, set[str]]:
    """Make a public file.

    Parameters:
        data: bytes of the file inside.
        extension: what it is.
        title, language: written into it where the format can hold them.

    Returns:
        Its bytes, and the ids of what was removed.
    """
    return _MAKERS[extension](data, title, language)
