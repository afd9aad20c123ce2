"""The trust list: the persistent local utility that keeps it, and the trail of its changes."""

from asn1crypto.pem import armor
from BTrees.OOBTree import OOBTree
from czest.qms.evidence.interfaces import ITrail
from czest.qms.language.collation import sort_key
from czest.qms.operations.base import actor
from czest.qms.outside_signatures.interfaces import ITrustList
from czest.qms.outside_signatures.interfaces import TrustListChanged
from czest.qms.outside_signatures.rules.kinds import USES
from czest.qms.outside_signatures.validation import read_certificates
from czest.qms.outside_signatures.validation import Trust
from czest.qms.outside_signatures.validation import Trusted
from czest.qms.outside_signatures.validation.certificates import name_of_authority
from dataclasses import dataclass
from persistent import Persistent
from zope.component import queryUtility
from zope.event import notify
from zope.interface import implementer


ADDED, CHANGED, REMOVED = "add-trusted-certificate", "change-trusted-certificate", "remove-trusted-certificate"
#: Key and label of the chain; the list has no UID.
CHAIN = "trust-list"


@dataclass(frozen=True)
class TrustedCertificate:
    """One certificate of the list.

    Parameters:
        sha256: digest of the certificate, 64 hexadecimal digits.
        pem: the certificate as text.
        name: of the authority, as the certificate says.
        label: what the office calls it.
        source: where it comes from, such as the Polish list of trusted services and the day on which it was read.
        uses: what it is relied on for, a tuple of ``rules.kinds.USES``; empty for one that only helps to lead to others.
        valid_until: day in ISO 8601.
    """

    sha256: str
    pem: str
    name: str
    label: str
    source: str
    uses: tuple
    valid_until: str


def trusted_certificates(pem, label, source, uses):
    """Return a TrustedCertificate for each certificate of a text in PEM.

    Raises:
        UnreadableCertificates: when there is none, or something else too.
    """
    return [
        TrustedCertificate(
            sha256=each.sha256.hex(),
            pem=_armoured(each),
            name=name_of_authority(each.subject),
            label=label,
            source=source,
            uses=tuple(use for use in USES if use in uses),
            valid_until=each.not_valid_after.date().isoformat(),
        )
        for each in read_certificates(pem.encode("ascii", "replace"))
    ]


def _armoured(certificate):
    return armor("CERTIFICATE", certificate.dump()).decode("ascii")


@implementer(ITrustList)
class TrustList(Persistent):
    """See :class:`ITrustList`. Certificates are few and never change, so they lie in one small tree."""

    def __init__(self):
        self._certificates = OOBTree()

    def certificates(self):
        return sorted(self._certificates.values(), key=lambda each: (sort_key(each.label), each.name, each.sha256))

    def certificate(self, sha256):
        return self._certificates[sha256]

    def put(self, certificate):
        before = self._certificates.get(certificate.sha256)
        if before == certificate:
            return
        self._certificates[certificate.sha256] = certificate
        notify(TrustListChanged(ADDED if before is None else CHANGED, certificate))

    def remove(self, sha256):
        notify(TrustListChanged(REMOVED, self._certificates.pop(sha256)))

    def trust(self):
        return Trust(
            Trusted(read_certificates(each.pem.encode("ascii"))[0], each.label, frozenset(each.uses))
            for each in self.certificates()
        )


def present_trust():
    """Return the trust list of the site; one that was not upgraded yet believes nobody."""
    found = queryUtility(ITrustList)
    return Trust() if found is None else found.trust()


def trace_change(event):
    """Whom the office believes is evidence: append an entry to the chain of the list.

    Parameters:
        event: an ``ITrustListChanged``.
    """
    trail = queryUtility(ITrail)
    if trail is None:
        # A list outside a site has no trail; one taken away from a site is named by ``verify``.
        return
    found = event.certificate
    details = {
        "sha256": found.sha256,
        "name": found.name,
        "label": found.label,
        "source": found.source,
        "uses": list(found.uses),
    }
    trail.append(CHAIN, label=CHAIN, operation=event.change, actor=actor(), details=details)
