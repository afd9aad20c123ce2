"""The page of a legal act."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.acts.finding import editions_of
from czest.qms.acts.views.references import references
from czest.qms.appearance.states import plate
from czest.qms.clock import today
from czest.qms.documents.views.reading.aside import file_link
from czest.qms.documents.views.reading.course import course_links
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.language.dates import long_date
from czest.qms.operations.base import operations_of
from czest.qms.outside_signatures.views.section import section_of
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import quote


class ActPage(BrowserView):
    """What the template asks."""

    @property
    def title(self):
        """Title of the window."""
        return f"{self.context.number} {self.context.title}"

    @cached_property
    def block(self):
        """The view-model of the macro ``title_block``."""
        act = self.context
        return {
            "symbol": act.number,
            "kind": api.portal.get_tool("portal_types")[act.portal_type].Title(),
            "title": act.title,
            "plate": plate("recorded"),
            "actions": [{"title": _("Print"), "url": "#qms-main", "icon": "printer", "print": True}],
            "cells": self.cells(),
            "signers": [],
        }

    def cells(self):
        """Return date, entry into force and signed file, as far as they are known."""
        act = self.context
        found = [cell(_("Date of the act"), long_date(act.date))] if act.date else []
        if act.effective_from is not None:
            found.append(cell(_("Entry into force"), force_sentence(act)))
        if act.signed_file is not None:
            link = file_link(act.signed_file, f"{act.absolute_url()}/@@signed-file/{quote(act.signed_file.filename)}")
            found.append(cell(_("Signed act"), link["title"], link["url"], "file-earmark-text"))
        return found

    @cached_property
    def actions(self):
        """The operations that this person may perform, each a dict with ``title``, ``url`` and ``icon``."""
        return [
            {"title": operation.title, "url": operation.address, "icon": operation.icon}
            for operation in operations_of(self.context, self.request)
            if operation.refusal() is None
        ]

    @cached_property
    def trail_url(self):
        """Address of the trail, or None for those who may not read it."""
        if not getSecurityManager().checkPermission("czest.qms: View trail", self.context):
            return None
        return f"{self.context.absolute_url()}/@@trail"

    @property
    def course_links(self):
        """The link to where the act is now, for those who may see that."""
        return course_links(self.context, self.request)

    @cached_property
    def editions(self):
        """The editions that this person may see, in the order in which they were brought into force."""
        seen = editions_of([self.context])
        return [row(seen[uid]) for uid in self.context.editions if uid in seen]

    @cached_property
    def outside_signatures(self):
        return section_of(self.context)

    @cached_property
    def repeals(self):
        return references(self.context.repeals)

    @cached_property
    def amends(self):
        return references(self.context.amends)


def force_sentence(act):
    """Return the day that the act says; a day before its date is force back from that day."""
    mapping = {"day": long_date(act.effective_from)}
    if act.effective_from < min(act.date or today(), today()):
        return _("with force from ${day}", mapping=mapping)
    return _("on ${day}", mapping=mapping)


def row(brain):
    """Return one edition of an act; the last part but one of its path is the symbol."""
    day = brain.in_force_from or brain.effective_from
    return {
        "symbol": brain.getPath().split("/")[-2],
        "title": brain.Title,
        "number": brain.edition_number,
        "url": brain.getURL(),
        "plate": plate(brain.review_state),
        "day": day,
    }
