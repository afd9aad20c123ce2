"""Where an office signs in through an identity provider: the settings, and the ways to confirm identity."""

from czest.qms import _
from czest.qms.approval.rules.issuers import is_issuer
import os
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface


PREFIX = "czest.qms.identity"
#: Environment variable of the secret that the provider gave to this system; it is never stored.
SECRET_VARIABLE = "QMS_IDENTITY_CLIENT_SECRET"

#: The ways to confirm identity, as signatures and the trail name them.
PASSWORD, PROVIDER = "password", "identity-provider"


class NotAnIssuer(schema.ValidationError):
    __doc__ = _("Give an address that begins with https://, without a question mark.")


def check_issuer(text):
    """Constraint of the issuer; empty means none.

    Raises:
        NotAnIssuer: when it cannot be one.
    """
    if text and not is_issuer(text):
        raise NotAnIssuer(text)
    return True


class IIdentitySettings(Interface):
    """How those who sign confirm their identity again (21 CFR 11.200 as a model)."""

    issuer = schema.TextLine(
        title=_("Address of the identity provider"),
        description=_(
            "The issuer of OpenID Connect, letter for letter, such as https://login.office.example/realms/staff. "
            "Empty: signatures ask for the password to the system."
        ),
        required=False,
        default="",
        max_length=500,
        constraint=check_issuer,
    )
    client_id = schema.TextLine(
        title=_("Client id"),
        description=_("Under which the provider knows this system."),
        required=False,
        default="",
        max_length=200,
    )
    login_claim = schema.ASCIILine(
        title=_("Claim that holds the login"),
        description=_("It must be the same, letter for letter, as the login of the account in this system."),
        default="preferred_username",
        max_length=100,
    )
    used_for_signing = schema.Bool(
        title=_("Signatures ask the identity provider"),
        required=False,
        default=False,
    )
    password_too = schema.Bool(
        title=_("The password to the system is accepted too"),
        description=_("For those who have one besides; leave it off where everybody signs in at the provider."),
        required=False,
        default=False,
    )


def identity_settings():
    """Return the settings; a site that was not upgraded yet has the defaults."""
    return getUtility(IRegistry).forInterface(IIdentitySettings, check=False, prefix=PREFIX)


def client_secret():
    """Return the secret for the provider, or None."""
    return os.environ.get(SECRET_VARIABLE) or None


def accepted_ways():
    """Return the ways in which a signature may be confirmed now, as a tuple."""
    settings = identity_settings()
    if not (settings.issuer and settings.used_for_signing):
        return (PASSWORD,)
    return (PROVIDER, PASSWORD) if settings.password_too else (PROVIDER,)
