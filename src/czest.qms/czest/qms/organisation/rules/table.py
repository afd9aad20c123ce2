"""Reading the CSV file of an organisation: bytes into rows, cell by cell, before anything is understood."""

import csv
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from dataclasses import dataclass
import io


COLUMNS = (
    "komorka",
    "komorka_nadrzedna",
    "nazwa_komorki",
    "stanowisko",
    "nazwa_stanowiska",
    "kierujacy",
    "uprawnienia",
    "login",
    "od",
    "do",
)

#: Words of the column ``uprawnienia``.
ENTITLEMENT_WORDS = {
    "autor": "author",
    "sprawdzajacy": "reviewer",
    "zatwierdzajacy": "approver",
    "pelnomocnik": "quality_officer",
    "redaktor-bip": "bip_editor",
    "archiwista": "archivist",
    "auditor": "auditor",
    "audytor-wewnetrzny": "internal_auditor",
}
WORD_OF_ENTITLEMENT = {entitlement: word for word, entitlement in ENTITLEMENT_WORDS.items()}

YES_WORDS = ("tak", "t")
NO_WORDS = ("nie", "n", "")

#: Bytes; with room to spare under the limit that Zope sets to the fields of a form (1 MB).
LARGEST_FILE = 500_000
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Row:
    """One row: its number in the file as spreadsheets show it (the header is 1) and its cells by column.

    Columns that the file does not have are empty cells, and named in ``absent``: they leave data as they are.
    """

    number: int
    cells: dict
    absent: frozenset = frozenset()


def read_table(data):
    """Return the rows of a CSV file with semicolons.

    Parameters:
        data: bytes, in UTF-8 (with or without a mark) or else in Windows-1250.

    Raises:
        Refused: when the file as a whole cannot be read; the field of the problem is ``file``.
    """
    if len(data) > LARGEST_FILE:
        raise _refused("file_too_large", limit=LARGEST_FILE)
    text = decode(data)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    except csv.Error as error:
        raise _refused("file_form") from error
    header = [cell.strip().casefold() for cell in lines[0]] if lines else []
    _check_header(header)
    rows = [
        _row(number, header, line) for number, line in enumerate(lines[1:], 2) if any(cell.strip() for cell in line)
    ]
    if not rows:
        raise _refused("no_rows")
    if len(rows) > MOST_ROWS:
        raise _refused("too_many_rows", limit=MOST_ROWS)
    return rows


def decode(data):
    """Return the text of a file in UTF-8 or Windows-1250.

    Raises:
        Refused: when it is neither.
    """
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _refused("file_encoding")


def write_table(organisation):
    """Return the whole organisation as CSV text that :func:`read_table` reads.

    Every tenure has a row; so have posts without a holder and units without a post.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for _depth, unit in organisation.tree():
        of_unit = [unit.symbol, unit.parent or "", unit.title]
        posts = organisation.posts_in(unit.symbol)
        if not posts:
            writer.writerow(of_unit + [""] * 7)
        for post in posts:
            of_post = of_unit + _cells_of_post(post)
            tenures = organisation.tenures_of_post(post.id)
            if not tenures:
                writer.writerow(of_post + [""] * 3)
            for tenure in tenures:
                until = tenure.until.isoformat() if tenure.until else ""
                writer.writerow([*of_post, tenure.login, tenure.start.isoformat(), until])
    return out.getvalue()


def _cells_of_post(post):
    words = sorted(WORD_OF_ENTITLEMENT[entitlement] for entitlement in post.entitlements)
    return [post.id, post.title, "tak" if post.head else "nie", ", ".join(words)]


def _check_header(header):
    if len(header) == 1 and "," in header[0]:
        raise _refused("file_separator")
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise _refused("unknown_columns", columns=", ".join(name or "?" for name in unknown))
    if len(set(header)) < len(header):
        raise _refused("repeated_columns")
    if "komorka" not in header:
        raise _refused("missing_column", column="komorka")


def _row(number, header, line):
    if len(line) > len(header):
        raise _refused("too_many_cells", row=number)
    cells = dict.fromkeys(COLUMNS, "")
    cells.update(zip(header, (cell.strip() for cell in line), strict=False))
    return Row(number, cells, frozenset(COLUMNS) - set(header))


def _refused(code, **values):
    return Refused([Problem("file", code, values)])
