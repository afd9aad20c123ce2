"""What an office sets about the look of its intranet."""

from czest.qms import _
from zope import schema
from zope.interface import Interface


class IOfficeSettings(Interface):
    """Names shown on every page; records of the registry under ``czest.qms.office``."""

    name = schema.TextLine(
        title=_("Name of the intranet"),
        description=_("Shown first in the bar on top."),
        default="Dokumenty Urzędu",
    )
    subtitle = schema.TextLine(
        title=_("Name of the office"),
        description=_("Shown under the name of the intranet and on prints."),
        default="Urząd Miasta Częstochowy",
    )
    address = schema.URI(
        title=_("Address of the intranet"),
        description=_("Whole, as staff open it; links in e-mail messages begin with it."),
        required=False,
    )
    contact = schema.TextLine(
        title=_("Contact in the footer"),
        description=_("A post and an internal telephone number."),
        default="Pełnomocnik ds. SZJ, tel. wewn. 100",
        required=False,
    )
    help_address = schema.TextLine(
        title=_("Address of the help page"),
        description=_("Relative to the site, or whole. Without it there is no link."),
        required=False,
    )
    accessibility_address = schema.TextLine(
        title=_("Address of the accessibility declaration"),
        description=_("Relative to the site, or whole. Without it there is no link."),
        required=False,
    )
    bulletin_address = schema.TextLine(
        title=_("Address of the bulletin (BIP)"),
        description=_("Whole address. Without it there is no link in the navigation."),
        required=False,
    )
