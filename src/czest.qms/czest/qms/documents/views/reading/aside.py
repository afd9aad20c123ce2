"""What stands beside the text: files, related documents, change log, classification, distribution list."""

from czest.qms import _
from czest.qms.documents.interfaces import IKeeping
from czest.qms.documents.kinds import kinds
from czest.qms.documents.rules.access import EVERYBODY
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import standing
from czest.qms.documents.views.reading.people import signer
from czest.qms.documents.views.reading.rules.dates import table_date
from czest.qms.documents.views.reading.rules.files import kind_of_file
from czest.qms.documents.views.reading.rules.files import size_of_file
from czest.qms.documents.views.reading.rules.files import title_of_file
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.documents.views.reading.titleblock import edition_name
from czest.qms.documents.views.reading.titleblock import unit_title
from plone import api
from urllib.parse import quote


def files_of(edition):
    """Return the attachments and the source file of an edition, each a dict with ``url``, ``title`` and ``note``."""
    base = edition.absolute_url()
    found = [
        file_link(attachment, f"{base}/@@attachment/{number}/{quote(attachment.filename)}")
        for number, attachment in enumerate(edition.attachments or (), 1)
    ]
    if edition.source_file is not None:
        link = file_link(edition.source_file, f"{base}/@@source-file/{quote(edition.source_file.filename)}")
        found.append({**link, "title": _("Source file: ${name}", mapping={"name": link["title"]})})
    return found


def file_link(named_file, url):
    """Return the view-model of one file."""
    name = named_file.filename
    note = ", ".join(part for part in (kind_of_file(name), size_of_file(named_file.getSize())) if part)
    return {"url": url, "title": title_of_file(name), "note": note}


def related_documents(symbols):
    """Return the related documents that the person may see, in the order given, without waking them.

    A symbol that leads nowhere for this person is left out: whether such a document exists is not told.
    """
    if not symbols:
        return []
    brains = api.portal.get_tool("portal_catalog")(symbol=list(symbols), portal_type=list(kinds()))
    by_symbol = {brain.symbol: brain for brain in brains}
    return [
        {"symbol": symbol, "title": by_symbol[symbol].Title, "url": by_symbol[symbol].getURL()}
        for symbol in symbols
        if symbol in by_symbol
    ]


def change_log(facts):
    """Return the change log, newest first, generated from the editions (PR-3)."""
    return [
        {
            "number": edition.number,
            "name": edition_name(edition),
            "url": edition.absolute_url(),
            "day": table_date(edition.in_force_from or edition.effective_from),
            "description": edition.change_description,
            "who": who_approved(edition),
            "is_shown": facts.edition is not None and edition.number == facts.edition.number,
            "state": facts.state_of(edition),
        }
        for edition in facts.released
    ]


def who_approved(edition):
    """Return the posts that approved an edition, or what was written down when it was taken over."""
    if edition.taken_over is not None:
        return edition.taken_over["approved_by"]
    return ", ".join(signer(signature).heading for signature in standing(edition.signatures, APPROVAL, edition.digest))


def classification(facts):
    """Return the classification as a list of ``label`` and ``values``; what is empty is left out."""
    document, shown, titles = facts.document, facts.edition or facts.document, facts.classification.title
    archival = " · ".join(part for part in (document.jrwa_class, document.archival_category) if part)
    parts = [
        (_("Purpose"), [shown.description]),
        (_("Process"), [shown.process and titles("process", shown.process)]),
        (_("Process owner"), [shown.process_owner]),
        (_("JRWA, archival category"), [archival]),
        (_("Keep until"), [kept_until(facts)]),
        (_("ISO 9001 clauses"), [titles("iso_clause", token) for token in shown.iso_clauses or ()]),
        (
            _("Management control standards"),
            [titles("control_standard", token) for token in shown.control_standards or ()],
        ),
        (_("Legal basis of openness"), [openness_basis(facts)]),
    ]
    found = [cell(label, [value for value in values if value]) for label, values in parts]
    return [part for part in found if part["value"]]


def kept_until(facts):
    """Return until when the edition shown must be kept, as text; None while it is in force or on its way (ARCH-4)."""
    keeping = None if facts.edition is None else IKeeping(facts.edition, None)
    day = None if keeping is None else keeping.until()
    return None if day is None else table_date(day)


def openness_basis(facts):
    """Return the legal basis of openness in words."""
    basis = facts.document.openness_basis
    return basis and facts.classification.title("openness_basis", basis)


def distribution(facts):
    """Return the distribution list in words (PR-4)."""
    tokens = (facts.edition or facts.document).distribution or ()
    return [_("all staff") if token == EVERYBODY else unit_title(facts.directory, token) for token in tokens]
