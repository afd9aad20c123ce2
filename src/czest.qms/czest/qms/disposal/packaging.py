"""Writing the archival package of a transfer list; nothing in the database is changed."""

from czest.qms.disposal.judging import record_with
from czest.qms.disposal.rules import package
from czest.qms.records.snapshots import snapshot
from hashlib import sha256
import json
import zipfile


#: The earliest time that a ZIP archive can tell: the same list gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_FILE = 0o100644 << 16
_PIECE = 1 << 20


class ChangedFile(Exception):
    """A file is not the one whose digest was noted when it was stored.

    Parameters:
        symbol: of the record.
        name: of the file.
    """

    def __init__(self, symbol, name):
        super().__init__(symbol, name)
        self.symbol = symbol
        self.name = name


class Package:
    """Writes one package, a ZIP that is not compressed, as the archives ask for; files pass through in pieces.

    Parameters:
        file: binary file open for writing.
        creator: name of the office.
    """

    def __init__(self, file, creator):
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self.creator = creator
        self.digests = {}
        self.cases = {}

    def add_record(self, row, record):
        """Add the documents of a record with their metadata.

        Raises:
            ChangedFile: a file is not what it was.
        """
        folder = package.folder_of(row.number, row.symbol)
        taken, paths = set(), []
        for name, media_type, source in _documents(record):
            name = package.unique(package.portable(name), taken)
            taken.add(name)
            path = f"{package.DOCUMENTS}/{folder}/{name}"
            digest, size = self._write(path, source)
            if source.digest not in (None, digest):
                raise ChangedFile(record.symbol, name)
            described = self._describe(row, record, name, media_type, digest, size)
            self._put(f"{package.METADATA}/{folder}/{name}.xml", package.metadata(described))
            paths.append(path)
        self.cases.setdefault(row.case_sign or row.symbol, []).append((row, record, paths))

    def finish(self, enclosures):
        """Add cases, enclosures (bytes by name) and the manifest."""
        for number, (sign, parts) in enumerate(sorted(self.cases.items()), 1):
            rows = [row for row, _record, _paths in parts]
            row, record = parts[0][:2]
            years = min(one.first_year for one in rows), max(one.last_year for one in rows)
            paths = [path for _row, _record, found in parts for path in found]
            text = package.case(sign, row.heading, record.jrwa_class, record.archival_category, years, paths)
            self._put(f"{package.CASES}/{number:04d}_{package.portable(sign)}.xml", text)
        for name, content in enclosures.items():
            self._put(name, content)
        self.zip.writestr(_member(package.MANIFEST), package.manifest(self.digests))

    def _put(self, path, content):
        self.zip.writestr(_member(path), content)
        self.digests[path] = sha256(content).hexdigest()

    def _write(self, path, source):
        digest, size = sha256(), 0
        with self.zip.open(_member(path), "w", force_zip64=True) as target:
            for piece in source.pieces():
                target.write(piece)
                digest.update(piece)
                size += len(piece)
        self.digests[path] = digest.hexdigest()
        return digest.hexdigest(), size

    def _describe(self, row, record, name, media_type, digest, size):
        post = record.author_post or ""
        return package.Document(
            identifier=f"{record.symbol}/{name}",
            creators=(("Instytucja", self.creator), *((("Autor", post),) if post else ())),
            title=f"{record.title} – {name}",
            created_on=record.created_on.isoformat(),
            closed_on=record.closed_on.isoformat() if record.closed_on else "",
            media_type=media_type,
            size=size,
            access=package.ACCESS.get(record.openness, package.ACCESS["internal"]),
            kind=record.title,
            relations=(("ma grupę", row.case_sign or record.symbol),),
            jrwa_class=record.jrwa_class,
            heading=row.heading,
            case_sign=row.case_sign,
            category=record.archival_category,
            description=record.evidence_of or "",
            digest=digest,
        )


class _StoredFile:
    """The bytes of a stored file."""

    def __init__(self, file):
        self.file = file
        self.digest = getattr(file, "sha256", None)

    def pieces(self):
        with self.file.open() as content:
            while piece := content.read(_PIECE):
                yield piece


class _Written:
    """Bytes that were just written."""

    digest = None

    def __init__(self, content):
        self.content = content

    def pieces(self):
        yield self.content


def _documents(record):
    """Yield name, media type and source of each document of a record: its fields, its files, its corrections."""
    fields = snapshot(record)
    fields["addenda"] = [
        {name: addendum[name] for name in ("number", "time", "post", "text")} for addendum in record.addenda
    ]
    text = json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    yield "zapis.json", "application/json", _Written(f"{text}\n".encode())
    for file in record.files:
        yield file.filename, file.contentType, _StoredFile(file)
    for addendum in record.addenda:
        file = addendum["file"]
        if file is not None:
            yield f"uzupelnienie-{addendum['number']}-{file.filename}", file.contentType, _StoredFile(file)


def _member(name):
    member = zipfile.ZipInfo(name, _NO_TIME)
    member.create_system = _UNIX
    member.external_attr = _READABLE_FILE
    return member


def write_package(content, file, enclosures):
    """Write the package of a transfer list: its rows without the excluded ones.

    Parameters:
        content: the list.
        file: binary file open for writing.
        enclosures: further files, bytes by name.

    Raises:
        ChangedFile: a file is not what it was.
    """
    written = Package(file, content.body_of_records)
    with written.zip:
        for number, row in content.rows.items():
            if number not in content.excluded:
                written.add_record(row, record_with(row.record))
        written.finish(enclosures)
