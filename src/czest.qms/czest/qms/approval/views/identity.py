"""The way back from the identity provider, and the settings of the provider."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.controlpanel import SettingsForm
from czest.qms.appearance.controlpanel import SettingsFormPage
from czest.qms.approval.identity import journey
from czest.qms.approval.identity.confirming import sealed_proof
from czest.qms.approval.identity.detour import callback_address
from czest.qms.approval.identity.errors import NotConfirmed
from czest.qms.approval.identity.errors import NotMatched
from czest.qms.approval.identity.provider import Provider
from czest.qms.approval.identity.settings import IIdentitySettings
from czest.qms.approval.identity.settings import PREFIX
from plone import api
from Products.Five import BrowserView


class IdentityConfirmed(BrowserView):
    """Where the identity provider sends a person back; leads on to the form, with a proof or with a sentence why not.

    It changes nothing in the database: what it learns is kept in a sealed cookie of the browser.
    """

    def __call__(self):
        # The address holds the code of the provider.
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        self.request.response.setHeader("Cache-Control", "no-store")
        departure = journey.departure_of(self.request, clock.now().timestamp())
        if departure is None:
            api.portal.show_message(NotMatched.message, self.request, type="error")
            return self.lead(f"{self.context.absolute_url()}/@@tasks")
        return self.lead(journey.come_back(self.request, departure, self.proof(departure)))

    def proof(self, departure):
        """Return a sealed proof, or None after having said why there is none."""
        user = api.user.get_current()
        try:
            Provider(callback_address()).confirm(self.request.form, departure, user.getUserName())
        except NotConfirmed as refusal:
            api.portal.show_message(refusal.message, self.request, type="error")
            return None
        return sealed_proof(departure.user, departure.nonce, departure.targets)

    def lead(self, address):
        """Redirect and return the empty page."""
        self.request.response.redirect(address)
        return ""


class IdentityForm(SettingsForm):
    """Edits the records ``czest.qms.identity.*``."""

    schema = IIdentitySettings
    schema_prefix = PREFIX
    label = _("Identity at signatures")
    description = _(
        "Whoever signs confirms who he is again. Where people sign in at an identity provider (OpenID Connect), it can be "
        "asked instead of the password to this system."
    )


class IdentityPanel(SettingsFormPage):
    """Draws the form."""

    form = IdentityForm
