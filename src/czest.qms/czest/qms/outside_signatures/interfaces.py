"""Interfaces of the room of signatures made outside."""

from czest.qms.operations.interfaces import IOperable
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class ICarriesOutsideSignatures(IOperable):
    """Marks content to which files signed outside are attached; see ``keeping``."""


class ITrustList(Interface):
    """Local utility: the certificates that the office believes, and for what."""

    def certificates():
        """Return every ``trust_list.TrustedCertificate``, by label."""

    def certificate(sha256):
        """Return the one with this digest in hexadecimal.

        Raises:
            KeyError: there is none.
        """

    def put(certificate):
        """Add a ``trust_list.TrustedCertificate``, or replace what is said of it."""

    def remove(sha256):
        """Take one out; what was reported before stays as it was reported.

        Raises:
            KeyError: there is none.
        """

    def trust():
        """Return the list as the validator takes it, a ``validation.Trust``."""


class ITrustListChanged(Interface):
    """The trust list was changed."""

    change = Attribute("Id under which the trail notes it")
    certificate = Attribute("The TrustedCertificate that it is about")


@implementer(ITrustListChanged)
class TrustListChanged:
    """See ITrustListChanged."""

    def __init__(self, change, certificate):
        self.change = change
        self.certificate = certificate
