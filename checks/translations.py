"""Every message of the product has a Polish translation that keeps its values."""

from pathlib import Path
import polib
import re
import subprocess
import sys
import tempfile


DOMAIN = "czest.qms"
PACKAGE = Path("src/czest.qms/czest/qms")
CATALOG = PACKAGE / "locales/pl/LC_MESSAGES/czest.qms.po"
TEMPLATE = PACKAGE / "locales/czest.qms.pot"

PLACEHOLDER = re.compile(r"\$\{([a-zA-Z_]\w*)\}")


def findings(root):
    """Return a sentence for every message that is missing, fuzzy, left over, or loses a value."""
    with tempfile.TemporaryDirectory() as folder:
        messages = extract(root / PACKAGE, Path(folder) / "czest.qms.pot")
    return compare(messages, polib.pofile(str(root / CATALOG)))


def compare(messages, translations):
    """Return the findings of a catalog of translations against the messages that the sources hold."""
    found = []
    used = {message.msgid for message in messages}
    known = {entry.msgid: entry for entry in translations if not entry.obsolete}
    for msgid in sorted(used):
        entry = known.get(msgid)
        if entry is None or not entry.msgstr:
            found.append(f"not translated: {msgid!r}")
        elif set(PLACEHOLDER.findall(msgid)) != set(PLACEHOLDER.findall(entry.msgstr)):
            found.append(f"other values in the translation: {msgid!r}")
    found.extend(f"fuzzy: {msgid!r}" for msgid, entry in sorted(known.items()) if entry.fuzzy)
    found.extend(f"left over, no source uses it: {msgid!r}" for msgid in sorted(known.keys() - used))
    return found


def extract(package, template):
    """Return the messages of the package's Python, templates, ZCML and XML.

    Parameters:
        template: Path of a .pot file to write; it must not exist.
    """
    i18ndude = Path(sys.executable).with_name("i18ndude")
    command = [i18ndude, "rebuild-pot", "--pot", template, "--create", DOMAIN, package]
    subprocess.run(command, check=True, capture_output=True, text=True)
    text = template.read_text(encoding="utf-8")
    # i18ndude heads the file with comments that polib does not read.
    return polib.pofile(text[text.index("msgid") :], wrapwidth=0)
