"""The proof of identity in a form: carried by a hidden input, and said in words."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.identity.confirming import problem_of
from czest.qms.approval.identity.confirming import read_proof
from czest.qms.approval.identity.settings import identity_settings
from czest.qms.approval.rules import proofs
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlsplit
from z3c.form.browser.text import TextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextWidget
from z3c.form.widget import FieldWidget
from zope.interface import implementer
from zope.interface import implementer_only


class IIdentityProofWidget(ITextWidget):
    """Says whether identity is confirmed."""


@implementer_only(IIdentityProofWidget)
class IdentityProofWidget(TextWidget):
    """The proof that came back from the identity provider, or what is to be done to get one."""

    #: The label stands over words, not over an input.
    labels_a_group = True
    description = ""
    template = ViewPageTemplateFile("templates/identity_proof.pt")

    def render(self):
        return self.template(self)

    @property
    def is_confirmed(self):
        """Whether the form holds a proof that is good for what it signs."""
        return bool(self.value) and problem_of(self.form.operation, self.value) is None

    def sentence(self):
        """Return what the person reads."""
        host = urlsplit(identity_settings().issuer or "").hostname or ""
        if not self.is_confirmed:
            return _(
                "To be confirmed at the identity provider ${host}; this page then opens again.", mapping={"host": host}
            )
        end = proofs.end_of(read_proof(self.value)).astimezone(clock.OFFICE_ZONE)
        return _(
            "Confirmed at the identity provider ${host}, until ${time}.", mapping={"host": host, "time": f"{end:%H:%M}"}
        )


@implementer(IFieldWidget)
def IdentityProofFieldWidget(field, request):
    """Return the widget of a proof."""
    return FieldWidget(field, IdentityProofWidget(request))
