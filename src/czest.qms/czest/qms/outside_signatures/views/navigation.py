"""The page of settings."""

from czest.qms import _
from czest.qms.appearance.navigation import Setting
from czest.qms.outside_signatures.views.trust_list import LIST
from czest.qms.outside_signatures.views.trust_list import TITLE


class TrustListSetting(Setting):
    """Leads to the trust list."""

    title = TITLE
    description = _("Whose certificates are believed when a file signed outside the system is verified.")
    address = f"@@{LIST}"
    icon = "patch-check"
    order = 82
    permission = "Plone Site Setup: Site"
