"""The page of a record."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.content import state_of
from czest.qms.documents.views.reading.aside import file_link
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.operations.base import operations_of
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import quote


class RecordPage(BrowserView):
    """What the template asks."""

    @property
    def title(self):
        """Title of the window."""
        return f"{self.context.symbol} {self.context.title}"

    @cached_property
    def block(self):
        """The view-model of the macro ``title_block``."""
        record = self.context
        return {
            "symbol": record.symbol,
            "kind": api.portal.get_tool("portal_types")[record.portal_type].Title(),
            "title": record.title,
            "plate": plate(state_of(record)),
            "actions": [{"title": _("Print"), "url": "#qms-main", "icon": "printer", "print": True}],
            "cells": [
                cell(_("Case sign"), record.case_sign or ""),
                cell(_("JRWA class"), record.jrwa_class),
                cell(_("Archival category"), record.archival_category),
            ],
            "signers": [],
        }

    @cached_property
    def actions(self):
        """The operations that this person may perform, each a dict with ``title``, ``url`` and ``icon``."""
        return [
            {"title": operation.title, "url": operation.address, "icon": operation.icon}
            for operation in operations_of(self.context, self.request)
            if operation.refusal() is None
        ]

    @cached_property
    def files(self):
        """The files, each with ``title`` and ``url``."""
        base = self.context.absolute_url()
        return [
            file_link(file, f"{base}/@@file/{number}/{quote(file.filename)}")
            for number, file in enumerate(self.context.files, 1)
        ]
