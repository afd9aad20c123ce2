"""What is taken away from the page of a list: prints, files of spreadsheets, letters, the package."""

from czest.qms import _
from urllib.parse import quote


def papers_of(content):
    """Return the links to the papers of a list, each a dict with ``title``, ``url`` and ``icon``.

    A print is there from the step on at which the office needs it.
    """
    base = content.absolute_url()
    found = [(_("List (paper)"), f"{base}/@@print", "printer")]
    if content.kind != "A":
        found.append((_("Request for consent"), f"{base}/@@print-request", "printer"))
    if content.done and content.kind != "A":
        found.append((_("Protocol of destruction"), f"{base}/@@print-protocol", "printer"))
    for name, title, file in _letters(content):
        if file is not None:
            found.append((title, f"{base}/@@{name}/{quote(file.filename)}", "paperclip"))
    return [{"title": title, "url": url, "icon": icon} for title, url, icon in found]


def _letters(content):
    return (
        ("consent-letter", _("Letter with the consent"), content.consent_letter),
        ("refusal-letter", _("Letter with the refusal"), content.refusal_letter),
        ("protocol-file", _("Signed protocol"), content.protocol_file),
    )
