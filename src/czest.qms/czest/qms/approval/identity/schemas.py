"""The fields by which identity is confirmed, added to what a signature asks besides."""

from czest.qms import _
from czest.qms.approval.identity.settings import PASSWORD
from czest.qms.approval.identity.settings import PROVIDER
from czest.qms.approval.identity.widget import IdentityProofFieldWidget
from czest.qms.operations.interfaces import ALTERNATIVES
import functools
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


#: More characters than any proof has: one for all that can be signed together is shorter.
LONGEST_PROOF = 4000


class IByPassword(model.Schema):
    """Where only the password is accepted."""

    password = schema.Password(title=_("Password to the system"))


class IByProvider(model.Schema):
    """Where only the identity provider is asked."""

    directives.widget("identity_proof", IdentityProofFieldWidget)
    identity_proof = schema.ASCIILine(
        title=_("Identity"),
        description=_(
            "The proof of identity given after signing in at the identity provider; good once, for 5 minutes."
        ),
        max_length=LONGEST_PROOF,
    )


class IByEither(model.Schema):
    """Where both are accepted; one of them must be given."""

    directives.widget("identity_proof", IdentityProofFieldWidget)
    identity_proof = schema.ASCIILine(
        title=_("Identity"),
        description=IByProvider["identity_proof"].description,
        required=False,
        max_length=LONGEST_PROOF,
    )
    password = schema.Password(
        title=_("Password to the system"),
        description=_("Only where identity is not confirmed at the identity provider."),
        required=False,
    )


IByEither.setTaggedValue(ALTERNATIVES, ("password", "identity_proof"))

SCHEMAS = {(PASSWORD,): IByPassword, (PROVIDER,): IByProvider, (PROVIDER, PASSWORD): IByEither}


@functools.cache
def with_identity(asked, ways):
    """Return a schema with what a signature asks and the fields of the ways to confirm identity.

    Parameters:
        asked: schema of the rest.
        ways: from ``settings.accepted_ways``.
    """
    by = SCHEMAS[ways]
    return type(asked)(f"{asked.__name__}{by.__name__[1:]}", (asked, by), {}, asked.__doc__, __name__)
