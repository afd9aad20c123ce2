"""Plone's button that uninstalls add-ons, with a sentence where it refuses."""

from czest.qms.removal.refusal import MustBeKept
from czest.qms.removal.refusal import require_nothing_released
from Products.CMFPlone.controlpanel.browser.quickinstaller import UninstallProductsView
from Products.statusmessages.interfaces import IStatusMessage


PRODUCT = "czest.qms"


class UninstallProducts(UninstallProductsView):
    """Plone's own view turns every exception into "Error uninstalling": here the reason is said."""

    def __call__(self):
        if self.request.get("uninstall_product") != PRODUCT:
            return super().__call__()
        try:
            require_nothing_released(self.context)
        except MustBeKept as refusal:
            IStatusMessage(self.request).add(refusal.message, type="error")
            return self.request.response.redirect(f"{self.context.absolute_url()}/prefs_install_products_form")
        return super().__call__()
