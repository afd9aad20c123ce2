"""Why identity was not confirmed at the provider; each has a sentence for the person."""

from czest.qms import _
from czest.qms.approval.rules import identity


class NotConfirmed(Exception):
    """Identity was not confirmed.

    Parameters:
        message: Message for the person.
    """

    message = _("Identity was not confirmed.")


class ProviderUnavailable(NotConfirmed):
    """The identity provider does not answer, or not as the standard says."""

    message = _("The identity provider does not answer. Nothing was signed; try again in a while.")


class ProviderNotSetUp(NotConfirmed):
    """Something is missing in the settings or in the environment."""

    message = _("The identity provider is not set up completely. Nothing was signed; tell the administrator.")


class ProviderRefused(NotConfirmed):
    """The provider did not confirm: the person gave up, or the provider does not know this system."""

    message = _("The identity provider did not confirm identity. Nothing was signed.")


class NotMatched(NotConfirmed):
    """The answer belongs to no question of this browser."""

    message = _("The answer of the identity provider came too late or belongs to another window. Nothing was signed.")


class NotProven(NotConfirmed):
    """The ID token proves something else.

    Parameters:
        code: from ``rules.identity.problem``.
    """

    SENTENCES = {
        identity.NOT_TRUSTED: _("The answer of the identity provider cannot be trusted. Nothing was signed."),
        identity.NOT_FRESH: _("The identity provider did not ask for the password again. Nothing was signed."),
        identity.OTHER_PERSON: _("Another person signed in at the identity provider. Nothing was signed."),
    }

    def __init__(self, code):
        super().__init__(code)
        self.message = self.SENTENCES[code]
