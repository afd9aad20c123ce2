"""The pages of settings."""

from czest.qms import _
from czest.qms.appearance.navigation import Setting
from czest.qms.approval.views.identity import IdentityForm


class RoutesSetting(Setting):
    """Leads to the templates of routes."""

    title = _("Routes of documents")
    description = _("Who checks, gives an opinion and approves, for each kind of document.")
    address = "@@routes"
    icon = "signpost-split"
    order = 63
    permission = "czest.qms: Amend control data"


class IdentitySetting(Setting):
    """Leads to the form of the identity provider."""

    title = IdentityForm.label
    description = _("Whether people confirm a signature with their password or at an identity provider.")
    address = "@@qms-identity"
    icon = "person-check"
    order = 81
    permission = "Plone Site Setup: Site"
