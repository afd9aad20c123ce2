"""The way of a form to the identity provider and back, with everything typed kept."""

from authlib.common.security import generate_token
from czest.qms import _
from czest.qms import clock
from czest.qms.approval.identity import journey
from czest.qms.approval.identity.confirming import FIELDS
from czest.qms.approval.identity.confirming import problem_of
from czest.qms.approval.identity.confirming import require_unlocked
from czest.qms.approval.identity.confirming import target_of
from czest.qms.approval.identity.errors import NotConfirmed
from czest.qms.approval.identity.provider import Provider
from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import PASSWORD
from czest.qms.approval.identity.settings import PROVIDER
from czest.qms.approval.passwords import locked_until
from czest.qms.operations.base import actor
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.interfaces import IDetour
from plone import api
from zope.interface import implementer


#: The view of the site to which the provider sends the person back; the provider must know its address.
CALLBACK = "@@identity-confirmed"
FIELD = FIELDS[PROVIDER]


def callback_address():
    """Return the address to which the provider sends people back."""
    return f"{api.portal.get().absolute_url()}/{CALLBACK}"


def begin(request, targets, address, typed):
    """Return the address of the provider at which the person confirms identity, and keep in the browser what is needed.

    Nothing is written to the database.

    Parameters:
        targets: names of the signatures to be given, from ``confirming.target_of``.
        address: of the form to which the person returns.
        typed: what stands in the form, raw, by name.

    Raises:
        InvalidInput: when signing is locked, the provider does not answer, or too much was typed.
    """
    require_unlocked(locked_until(actor()), FIELD)
    state, nonce, verifier = generate_token(32), generate_token(32), generate_token(64)
    user = api.user.get_current()
    try:
        question = Provider(callback_address()).question(state, nonce, verifier, user.getUserName())
        departed = clock.now().timestamp()
        departure = journey.Departure(user.getId(), state, nonce, verifier, departed, targets, address, typed)
        journey.depart(request, departure)
    except NotConfirmed as refusal:
        raise InvalidInput(refusal.message, [(FIELD, refusal.message)]) from refusal
    except journey.TooLong as refusal:
        sentence = _("The remark is too long to be kept on the way to the identity provider. Shorten it.")
        raise InvalidInput(sentence, [("comment", sentence)]) from refusal
    return question


@implementer(IDetour)
class IdentityDetour:
    """Leads from the form of one signature to the identity provider.

    Parameters:
        operation: a ``SigningOperation``.
        prefix: with which the form begins the names of its fields.
    """

    label = _("Confirm identity at the identity provider")
    busy = _("Leading to the identity provider…")
    replaces = (FIELDS[PASSWORD],)

    def __init__(self, operation, prefix):
        self.operation = operation
        self.field = f"{prefix}{FIELD}"

    @property
    def typed(self):
        """What is filled in on the way back: what had been typed, and the proof."""
        found = journey.returned(self.operation.request)
        return {**found["typed"], **({self.field: found["proof"]} if found["proof"] else {})}

    @property
    def is_over(self):
        """Whether the form holds a proof that is good for this signature."""
        proof = self.operation.request.form.get(self.field)
        return bool(proof) and problem_of(self.operation, proof) is None

    @property
    def is_needed(self):
        """Whether nothing else than a proof confirms identity."""
        return PASSWORD not in accepted_ways()

    def begin(self, typed):
        """Return the address of the provider; see :func:`begin`."""
        kept = {name: value for name, value in typed.items() if name not in (self.field, *self._secrets)}
        return begin(self.operation.request, [target_of(self.operation)], self.operation.address, kept)

    @property
    def _secrets(self):
        """The password, which is never kept."""
        return (self.field.removesuffix(FIELD) + FIELDS[PASSWORD],)
