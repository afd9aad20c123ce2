"""Schemas of legal acts and their container."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


class IActs(model.Schema):
    """The container of legal acts."""

    title = schema.TextLine(title=_("Title"))


class IActData(model.Schema):
    """What the quality officer records of an act (SIG-1)."""

    directives.widget("repeals", LinesFieldWidget)
    directives.widget("amends", LinesFieldWidget)
    number = schema.TextLine(
        title=_("Number of the act"),
        description=_("As it stands in the register of orders, such as k.14.2024 or 120.48.2018."),
        max_length=50,
    )
    title = schema.TextLine(title=_("Title"), max_length=250)
    date = schema.Date(
        title=_("Date of the act"),
        description=_("The day on which it was signed."),
        required=False,
    )
    effective_from = schema.Date(
        title=_("Entry into force"),
        description=_("The day that the act says. A past day means force from that day; leave it empty if none."),
        required=False,
    )
    basis = schema.Text(title=_("Legal basis"), required=False, max_length=1000, default="")
    repeals = schema.List(
        title=_("Repeals"),
        description=_("Numbers of acts or symbols of documents, one a line."),
        value_type=schema.TextLine(max_length=100),
        required=False,
        default=[],
    )
    amends = schema.List(
        title=_("Amends"),
        description=_("Numbers of acts or symbols of documents, one a line."),
        value_type=schema.TextLine(max_length=100),
        required=False,
        default=[],
    )
    signed_file = NamedBlobFile(
        title=_("Signed act"),
        description=_("The act as it was signed. Classified information must not enter this system."),
        required=False,
    )


class ILegalAct(IActData):
    """An act of the head of the office, which brings editions into force."""

    editions = schema.Tuple(
        title=_("Editions brought into force"),
        value_type=schema.ASCIILine(),
        readonly=True,
        required=False,
        default=(),
    )
