"""What was sent for a batch: the table as text, files one by one or in a ZIP, nothing of it trusted."""

from czest.qms import _
from czest.qms.classification.rules.files import decoded
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.archives import BrokenArchive
from czest.qms.documents.files.archives import EncryptedArchive
from czest.qms.documents.files.archives import OversizedArchive
from czest.qms.documents.settings import upload_limit
from czest.qms.documents.storing import stored
from czest.qms.operations.errors import InvalidInput
from czest.qms.records.batches.messages import sentence
from czest.qms.records.rules import batches as rules
from mimetypes import guess_type
from plone.namedfile.file import NamedBlobFile


#: All files of a batch together, in bytes, and how many of them.
MOST_BYTES = 500_000_000
MOST_FILES = 5_000

_BROKEN = _("Not read: the ZIP file is damaged.")
_ENCRYPTED = _("Not read: the ZIP file is locked with a password.")
_OVERSIZED = _("Not read: the ZIP file unpacks into more than is taken in at once. Part it into several.")

#: Set where the name of an entry of a ZIP is in UTF-8; without it Windows in Polish writes code page 852.
_UTF_8 = 0x800


def refused(field, message):
    """Return the refusal of one part of what was sent."""
    return InvalidInput(_("Not taken in."), [(field, message)])


def sheet_of(data, columns):
    """Return the Sheet in the bytes of a table.

    Raises:
        InvalidInput: it cannot be read, or its headings are wrong.
    """
    if not data:
        raise refused("table", _("Choose a CSV file."))
    if len(data) > rules.LARGEST_TABLE:
        size = {"size": rules.LARGEST_TABLE // 1000}
        raise refused("table", _("Not read: the file is larger than ${size} kB.", mapping=size))
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        raise refused("table", _("Not read: save the file as CSV in UTF-8.")) from None
    sheet = rules.read(text, columns)
    if sheet.faults:
        raise InvalidInput(_("Not taken in."), [("table", sentence(fault)) for fault in sheet.faults])
    return sheet


def files_of(sent):
    """Return NamedBlobFiles by key from what was sent, ZIP files unpacked.

    Parameters:
        sent: pairs of a name and bytes.

    Raises:
        InvalidInput: two have one name, a ZIP is damaged, locked or a bomb, or there is too much of it.
    """
    found, size = {}, 0
    for name, data in unpacked(sent):
        size += len(data)
        key = rules.file_key(name)
        if key in found:
            raise refused("files", _("Two files are called ${name}.", mapping={"name": found[key].filename}))
        if size > MOST_BYTES or len(found) == MOST_FILES:
            limits = {"count": MOST_FILES, "size": MOST_BYTES // 1_000_000}
            message = _("At most ${count} files of ${size} MB together are taken in at once.", mapping=limits)
            raise refused("files", message)
        kind = guess_type(name)[0] or "application/octet-stream"
        found[key] = stored(NamedBlobFile(data=data, filename=_last(name), contentType=kind))
    return found


def unpacked(sent):
    """Yield the files sent, and in place of each ZIP those in it."""
    for name, data in sent:
        if name.casefold().endswith(".zip"):
            yield from _entries(data)
        else:
            yield name, data


def _entries(data):
    try:
        archive = Archive(data)
        # One byte more than is allowed, so that the check of the row finds the file too large.
        limit = upload_limit() + 1
        for entry in archive.entries:
            if not entry.is_dir():
                yield _name(entry), archive.read(entry.filename, limit)
    except BrokenArchive:
        raise refused("files", _BROKEN) from None
    except EncryptedArchive:
        raise refused("files", _ENCRYPTED) from None
    except OversizedArchive:
        raise refused("files", _OVERSIZED) from None


def _name(entry):
    if entry.flag_bits & _UTF_8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("cp852")
    except UnicodeError:
        return entry.filename


def _last(name):
    return name.replace("\\", "/").rsplit("/", 1)[-1]
