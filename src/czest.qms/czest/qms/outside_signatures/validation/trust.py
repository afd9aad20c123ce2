"""The trust list as the validator takes it: whom the office believes, for what, and nobody else."""

from czest.qms.outside_signatures.rules.kinds import FOR_TIMESTAMPS
from dataclasses import dataclass
import hashlib
from pyhanko_certvalidator import ValidationContext


@dataclass(frozen=True)
class Trusted:
    """One certificate of the trust list.

    Parameters:
        certificate: ``asn1crypto.x509.Certificate``.
        label: what the office calls it.
        uses: what it is relied on for, a frozenset of ``rules.kinds.USES``; empty for one that only helps to lead from
            a signature to another.
    """

    certificate: object
    label: str
    uses: frozenset


class Trust:
    """The certificates that the office believes.

    Parameters:
        trusted: iterable of Trusted.
    """

    def __init__(self, trusted=()):
        self.trusted = tuple(trusted)
        self._by_digest = {each.certificate.sha256: each for each in self.trusted}

    @property
    def digest(self):
        """SHA-256 of the list, in hexadecimal: two reports with the same one relied on the same certificates."""
        lines = sorted(f"{each.certificate.sha256.hex()} {' '.join(sorted(each.uses))}" for each in self.trusted)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def anchor(self, certificate):
        """Return the entry of a certificate, or None."""
        return self._by_digest.get(certificate.sha256)

    def context(self, embedded, moment, *, timestamps=False, revocation_mode="soft-fail"):
        """Return a validation context that asks nobody on the network.

        Parameters:
            embedded: ``containers.Embedded``: what the signed file brought along.
            moment: aware datetime at which the certificates must be valid.
            timestamps: whether authorities of timestamps are asked for, or signers.
            revocation_mode: as pyHanko names it.
        """
        return ValidationContext(
            trust_roots=[each.certificate for each in self.trusted if self._counts(each, timestamps)],
            other_certs=[*(each.certificate for each in self.trusted), *embedded.certificates],
            crls=list(embedded.crls),
            ocsps=list(embedded.ocsps),
            moment=moment,
            best_signature_time=moment,
            allow_fetching=False,
            revocation_mode=revocation_mode,
            retroactive_revinfo=True,
        )

    def _counts(self, each, timestamps):
        if timestamps:
            return FOR_TIMESTAMPS in each.uses
        return bool(each.uses - {FOR_TIMESTAMPS})
