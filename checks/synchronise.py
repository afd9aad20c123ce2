"""``make i18n``: bring the Polish catalog in step with the sources."""

from checks.translations import CATALOG
from checks.translations import extract
from checks.translations import PACKAGE
from checks.translations import TEMPLATE
from pathlib import Path
import polib


def synchronise(root):
    """Write the template anew, add new messages to the catalog, drop unused ones, and return those untranslated."""
    (root / TEMPLATE).unlink(missing_ok=True)
    messages = extract(root / PACKAGE, root / TEMPLATE)
    # The moment of extraction would make every run a change.
    for header in ("POT-Creation-Date", "PO-Revision-Date"):
        messages.metadata.pop(header, None)
    messages.save(str(root / TEMPLATE))
    catalog = merge(messages, polib.pofile(str(root / CATALOG), wrapwidth=0))
    catalog.save(str(root / CATALOG))
    return [entry.msgid for entry in catalog if not entry.msgstr]


def merge(messages, catalog):
    """Return the catalog with exactly the messages, sorted, keeping what is translated."""
    known = {entry.msgid: entry for entry in catalog if not entry.obsolete}
    merged = polib.POFile(wrapwidth=0)
    merged.metadata = catalog.metadata
    for msgid in sorted({message.msgid for message in messages}):
        merged.append(known.get(msgid) or polib.POEntry(msgid=msgid))
    return merged


if __name__ == "__main__":
    for missing in synchronise(Path(__file__).resolve().parent.parent):
        print(f"not translated: {missing!r}")
