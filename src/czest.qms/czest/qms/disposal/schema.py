"""Schemas of the archive and of its lists."""

from czest.qms import _
from plone.supermodel import model
from zope import schema


class IArchive(model.Schema):
    """The container of lists."""

    title = schema.TextLine(title=_("Title"))


class IDisposalList(model.Schema):
    """A disposal or transfer list."""

    title = schema.TextLine(title=_("Title"))
    symbol = schema.TextLine(title=_("Symbol"), readonly=True)
    category = schema.TextLine(title=_("Archival category"), readonly=True)
    unit = schema.TextLine(title=_("Unit"), readonly=True, required=False)
    year_until = schema.Int(title=_("Closed up to the year"), readonly=True, required=False)
    requesting_body = schema.TextLine(title=_("Body that asks for consent"), readonly=True)
    body_of_records = schema.TextLine(title=_("Body whose records they are"), readonly=True)
    made_on = schema.Date(title=_("Drawn up on"), readonly=True)
    made_by = schema.TextLine(title=_("Drawn up by"), readonly=True)
    made_by_name = schema.TextLine(title=_("Name of the author"), readonly=True)
    made_by_post = schema.TextLine(title=_("Post of the author"), readonly=True)
