"""The title block of a record: its state, what it is kept as, and by whom it was drawn up."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.states import plate
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.rules.numbering import edition_address
from czest.qms.documents.views.reading.people import Person
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.documents.views.reading.titleblock import OPENNESS_ICONS
from czest.qms.documents.views.reading.titleblock import unit_title
from czest.qms.documents.views.reading.titleblock import vocabulary_title
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.history import in_state_since
from czest.qms.records.history import traced_digest
from czest.qms.records.retaining import holds_on
from czest.qms.records.rules.lifecycle import FINAL_STATES
from czest.qms.records.rules.lifecycle import FROZEN_STATES
from czest.qms.records.rules.retention import holds_in_force
from czest.qms.records.snapshots import snapshot
from czest.qms.records.views.category_words import in_words
from plone import api
from zope.component import getUtility


def title_block(record, actions):
    """Return the view-model of the macro ``title_block``.

    Parameters:
        record: the record.
        actions: the buttons, as the macro takes them.
    """
    state_id = state_of(record)
    is_held = bool(holds_in_force(holds_on(record), clock.today()))
    shown = plate(state_id, since=in_state_since(record, state_id))
    return {
        "symbol": record.symbol,
        "kind": kind_of(record),
        "title": record.title,
        "plate": {**shown, "edge": plate("held")["edge"]} if is_held else shown,
        "further_plates": [{**plate("held"), "sentence": _("Disposal on hold")}] if is_held else [],
        "actions": actions,
        "cells": cells(record),
        "signers": [author_cell(record), *form_cell(record), integrity_cell(record, state_id)],
    }


def kind_of(record):
    """Return what kind of thing it is: a record, and of which procedure."""
    if record.procedure:
        return _("Record of procedure ${symbol}", mapping={"symbol": record.procedure})
    return api.portal.get_tool("portal_types")[record.portal_type].Title()


def cells(record):
    """Return case sign, unit, class, category and openness; an empty case sign is left out."""
    classification = getUtility(IClassification)
    found = [cell(_("Case sign"), record.case_sign)] if record.case_sign else []
    openness = vocabulary_title("czest.qms.Openness", record.openness)
    return [
        *found,
        cell(_("Unit"), unit_title(getUtility(IDirectory), record.owner_unit)),
        cell(_("JRWA class"), classification.title("jrwa", record.jrwa_class, record.closed_on or record.created_on)),
        cell(_("Archival category"), in_words(record.archival_category)),
        cell(_("Openness"), openness, icon=OPENNESS_ICONS.get(record.openness)),
    ]


def author_cell(record):
    """Return who drew the record up: post and name are text of that moment."""
    person = Person(record.author, record.author_name, record.author_post)
    note = ", ".join(part for part in (person.detail, long_date(record.created_on)) if part)
    return signer(_("Drawn up by"), person.heading, note)


def form_cell(record):
    """Return the form and the edition of it that was in force, in a list; empty without a form."""
    if not record.form:
        return []
    form = document_named(record.form)
    title = f"{record.form} {form.Title}" if form is not None else record.form
    if not record.form_edition:
        return [signer(_("Form"), title, _("no edition was in force then"))]
    mapping = {"title": title, "number": record.form_edition}
    url = form and f"{form.getURL()}/{edition_address(record.form_edition)}"
    note = _("in force on the day it was drawn up")
    return [signer(_("Form"), _("${title}, edition ${number}", mapping=mapping), note, url, url and _("show"))]


def integrity_cell(record, state_id):
    """Return whether the fields agree with the digest; the files are read only when somebody asks for the check."""
    label = _("Integrity")
    if state_id in FINAL_STATES:
        return signer(label, _("The content is no longer here"), _("the metadata and the trail stay"))
    if state_id not in FROZEN_STATES:
        return signer(label, _("Open, may still be changed"), None)
    is_whole = digest_of_snapshot(snapshot(record)) == traced_digest(record)
    post = _("The fields agree with the digest") if is_whole else _("The fields do not agree with the digest")
    return signer(label, post, _("the files are checked on demand"), f"{record.absolute_url()}/@@check", _("check now"))


def signer(label, post, note, url=None, link=None):
    """Return one cell of the second row."""
    return {"label": label, "post": post, "note": note, "url": url, "link": link}


def document_named(symbol):
    """Return the brain of a document by its symbol, if this person may see it, or None."""
    uid = getUtility(INumbering).uid_of(symbol)
    brains = api.portal.get_tool("portal_catalog")(UID=uid) if uid else ()
    return next(iter(brains), None)
