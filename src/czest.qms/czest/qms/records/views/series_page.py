"""The page of a series: what holds for its records, and the register narrowed to it."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.documents.views.reading.course import course_links
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.documents.views.reading.titleblock import OPENNESS_ICONS
from czest.qms.documents.views.reading.titleblock import unit_title
from czest.qms.documents.views.reading.titleblock import vocabulary_title
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.forms import form_named
from czest.qms.records.listing.search import SeriesAnswer
from czest.qms.records.standing import SERIES_WORDS
from czest.qms.records.views.block import document_named
from czest.qms.records.views.block import signer
from czest.qms.records.views.buttons import buttons
from czest.qms.records.views.category_words import in_words
from czest.qms.records.views.register_narrowing import SeriesNarrowing
from czest.qms.records.views.register_page import RecordsPage
from functools import cached_property
from plone import api
from zope.component import getUtility


#: State of a series → icon and shape of its plate, edge of the title block.
LOOKS = {"open": ("folder2-open", "outline", "ink"), "closed": ("lock-fill", "hatched", "hatching")}


class SeriesPage(RecordsPage):
    """Draws a series and its records."""

    further_tabs = ()

    @property
    def title(self):
        """Title of the window."""
        return f"{self.context.symbol} {self.context.title}"

    def answer_to(self, question):
        return SeriesAnswer(question, uid_of(self.context))

    def narrowing_of(self, question):
        return SeriesNarrowing(question, self.url, self.request, self.answer)

    def actions(self):
        """The operations stand in the title block."""
        return []

    @cached_property
    def block(self):
        """The view-model of the macro ``title_block``."""
        series = self.context
        return {
            "symbol": series.symbol,
            "kind": api.portal.get_tool("portal_types")[series.portal_type].Title(),
            "title": series.title,
            "plate": plate_of(series),
            "actions": [*self._trail(), *course_links(series, self.request), *buttons(series, self.request)],
            "cells": cells(series),
            "signers": origin(series),
        }

    def _trail(self):
        if not getSecurityManager().checkPermission("czest.qms: View trail", self.context):
            return []
        return [{"title": _("Trail"), "url": f"{self.url}/@@trail", "icon": "list-ol"}]


def plate_of(series):
    """Return the view-model of the plate: whether the series takes records."""
    state_id = state_of(series)
    icon, shape, edge = LOOKS[state_id]
    word = SERIES_WORDS[state_id]
    css = f"qms-plate qms-look-{'ink' if state_id == 'open' else 'past'} qms-plate-{shape}"
    return {"state": state_id, "word": word, "sentence": word, "icon": icon, "css": css, "edge": edge}


def cells(series):
    """Return what holds for the records of a series unless they say otherwise."""
    openness = vocabulary_title("czest.qms.Openness", series.openness)
    return [
        cell(_("Unit"), unit_title(getUtility(IDirectory), series.owner_unit)),
        cell(_("JRWA class"), getUtility(IClassification).title("jrwa", series.jrwa_class)),
        cell(_("Archival category"), in_words(series.archival_category)),
        cell(_("Access"), vocabulary_title("czest.qms.Access", series.access)),
        cell(_("Openness"), openness, icon=OPENNESS_ICONS.get(series.openness)),
    ]


def origin(series):
    """Return where the records of a series come from: procedure, form and fields, as cells of the second row."""
    found = [
        signer(label, symbol, None, document and document.getURL(), document and document.Title)
        for label, symbol in ((_("Procedure"), series.procedure), (_("Form"), series.form))
        for document in [document_named(symbol) if symbol else None]
        if symbol
    ]
    form = form_named(series.record_form)
    return [*found, signer(_("Fields"), form.title, None)] if form is not None else found
