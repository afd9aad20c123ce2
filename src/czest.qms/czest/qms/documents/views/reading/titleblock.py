"""The title block of a document or an edition: what applies, since when, by whom (PR-1)."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.history import prepared_on
from czest.qms.documents.interfaces import ILegalActs
from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.rules.lifecycle import PAST_STATES
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import standing
from czest.qms.documents.snapshots import snapshot
from czest.qms.documents.views.reading.people import signer
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.reviews import next_review
from czest.qms.language.dates import day_of
from plone import api
from zope.component import getUtility
from zope.component import queryUtility
from zope.schema.interfaces import IVocabularyFactory


#: Degree of openness → name of its icon.
OPENNESS_ICONS = {
    "bip": "qms-openness-bip",
    "public_optional": "qms-openness-open",
    "on_request": "qms-openness-on-request",
    "internal": "qms-openness-internal",
}


def title_block(facts):
    """Return the view-model of the macro ``title_block``."""
    shown = facts.edition or facts.document
    return {
        "symbol": facts.document.symbol,
        "kind": kind_of(facts.document),
        "title": shown.title,
        "plate": plate_of(facts),
        "actions": [{"title": print_label(facts), "url": "#qms-main", "icon": "printer", "print": True}],
        "cells": cells(facts),
        "signers": signers(facts) if facts.edition is not None else [],
    }


def kind_of(document):
    """Return the title of the kind of a document."""
    return api.portal.get_tool("portal_types")[document.portal_type].Title()


def plate_of(facts):
    """Return the view-model of the large plate."""
    edition = facts.edition
    if edition is None:
        return plate(facts.state)
    planned = None if edition.awaits_act else edition.effective_from
    return plate(facts.state, edition.in_force_from or planned, edition.in_force_to)


def print_label(facts):
    """Return the words of the print button: a print of what is past says so on every page."""
    return _("Print with a note") if facts.state in PAST_STATES else _("Print")


def cells(facts):
    """Return the cells of control data."""
    edition = facts.edition
    found = [cell(_("Edition"), edition.number)] if edition is not None else []
    found.append(cell(_("Owner"), unit_title(facts.directory, (edition or facts.document).owner_unit)))
    if edition is not None and edition.retroactive_from is not None:
        found.append(retroactive_cell(edition))
    if facts.state in PAST_STATES:
        return found + past_cells(facts)
    if edition is not None:
        found += [introduced_cell(edition)] if basis_of(edition) else []
        found += [cell(_("Next review"), review_sentence(facts))] if facts.state == "in_force" else []
    return found + [openness_cell(facts.document)]


def past_cells(facts):
    """Return the cells that matter of an edition no longer in force."""
    found = []
    newer = successor(facts)
    if newer is not None:
        found.append(cell(_("Superseded by"), edition_name(newer), newer.absolute_url()))
    if facts.document.archival_category:
        category = _("category ${category}", mapping={"category": facts.document.archival_category})
        found.append(cell(_("Kept as"), category))
    found.append(cell(_("Access"), vocabulary_title("czest.qms.Access", facts.document.access)))
    return found


def cell(label, value, url=None, icon=None):
    """Return one cell of the title block."""
    return {"label": label, "value": value, "url": url, "icon": icon}


def edition_name(edition):
    """Return the words for an edition in a sentence: "edition 6/1"."""
    return _("edition ${number}", mapping={"number": edition.number})


def successor(facts):
    """Return the edition that followed the one shown in force, or None; the person may see it."""
    newer = []
    for edition in facts.visible:
        if edition.getId() == facts.edition.getId():
            break
        if edition.in_force_from:
            newer.append(edition)
    return newer[-1] if newer else None


def unit_title(directory, symbol):
    """Return title and symbol of a unit; only the symbol of one that is gone."""
    try:
        return f"{directory.unit(symbol).title} ({symbol})"
    except KeyError:
        return symbol


def basis_of(edition):
    """Return what brought an edition into force: the legal act, or the basis of approval (SIG-1)."""
    if edition.legal_act:
        return _("order no. ${number}", mapping={"number": edition.legal_act})
    return edition.approval_basis


def introduced_cell(edition):
    """Return the cell of the basis, which leads to the legal act where that is known here."""
    acts = queryUtility(ILegalActs)
    url = acts.address(edition.legal_act) if acts is not None and edition.legal_act else None
    return cell(_("Introduced by"), basis_of(edition), url)


def retroactive_cell(edition):
    """Return the cell that says that the legal act gives force back from a past day (DESIGN §3)."""
    mapping = {"day": long_date(edition.retroactive_from)}
    return cell(_("Retroactive force"), _("with force from ${day}", mapping=mapping))


def review_sentence(facts):
    """Return by when the document must be reviewed, and whether that day is past (PR-6)."""
    day = next_review(facts.edition.in_force_from, facts.document.review_interval)
    mapping = {"day": long_date(day)}
    if day < facts.today:
        return _("by ${day} – overdue", mapping=mapping)
    return _("by ${day}", mapping=mapping)


def openness_cell(document):
    """Return the cell of openness (BIP-1)."""
    return cell(
        _("Openness"),
        vocabulary_title("czest.qms.Openness", document.openness),
        icon=OPENNESS_ICONS.get(document.openness),
    )


def vocabulary_title(name, value):
    """Return the title of a term, or the value itself where the vocabulary does not know it."""
    try:
        return getUtility(IVocabularyFactory, name)(None).getTerm(value).title
    except LookupError:
        return value


def signers(facts):
    """Return who prepared, checked and approved the edition, with posts and days."""
    edition = facts.edition
    if edition.taken_over is not None:
        return taken_over_signers(edition.taken_over)
    if not edition.signatures:
        return []
    day = prepared_on(edition)
    prepared = [
        signer_cell(_("Prepared by"), facts.directory.post_title(login, day) or login, day) for login in edition.authors
    ]
    return prepared + signed(edition, REVIEW, _("Checked by")) + signed(edition, APPROVAL, _("Approved by"))


def signer_cell(label, post, day, url=None, link=None):
    """Return one signer of the title block."""
    return {"label": label, "post": post, "note": long_date(day) if day else None, "url": url, "link": link}


def signed(edition, act, label):
    """Return the signers of one kind; the approval tells whether it agrees with the content."""
    link = None
    if act == APPROVAL:
        link = _("valid signature") if is_whole(edition) else _("the signature does not agree with the content")
    url = "#qms-signatures" if link else None
    return [
        signer_cell(label, signer(signature).heading, day_of(signature["time"]), url, link)
        for signature in standing(edition.signatures, act, edition.digest)
    ]


def is_whole(edition):
    """Tell whether every standing signature is bound to the content as it is now (files by their noted digests)."""
    digest = digest_of_snapshot(snapshot(edition))
    return all(signature["digest"] == digest for signature in edition.signatures if not signature["void"])


def taken_over_signers(taken_over):
    """Return the names that an office wrote down when an edition was taken over; no signatures of ours."""
    labels = {"prepared_by": _("Prepared by"), "checked_by": _("Checked by"), "approved_by": _("Approved by")}
    note = _("as written in the documents taken over")
    return [
        {"label": label, "post": taken_over[name], "note": note, "url": None, "link": None}
        for name, label in labels.items()
        if taken_over[name]
    ]
