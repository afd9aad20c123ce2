"""What the validation found, as plain values."""

from dataclasses import dataclass


#: Formats of signatures.
PADES, CADES, XADES, NO_FORMAT, UNKNOWN_FORMAT = "PAdES", "CAdES", "XAdES", "none", "unknown"

#: Whence the time of signing is known.
TIMESTAMP, CLAIMED, UNKNOWN_TIME = "timestamp", "claimed", "unknown"

#: What is known of revocation without asking anybody: nothing, or what the signature brought along.
NOT_CHECKED, NOT_REVOKED, REVOKED = "not-checked", "not-revoked", "revoked"

#: What came into a file after it was signed; the last is no business of a signature.
NOTHING, MAINTENANCE, FORMS, ANNOTATIONS, OTHER = "nothing", "maintenance", "forms", "annotations", "other"


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate says of its holder and of itself.

    Parameters:
        name: of the holder: given name and surname, or the common name, or the organisation.
        identifier: masked identifier of the holder, or an empty text; see ``people.masked``.
        organisation: of the holder, or an empty text.
        is_person: whether it names a natural person by given name and surname.
        issuer: common name of whoever issued it.
        serial: its number in hexadecimal.
        valid_from, valid_until: moments in ISO 8601 with offset.
        sha256: digest of the certificate, 64 hexadecimal digits.
        is_qualified: whether it says that it is qualified (ETSI EN 319 412-5, 4.2.1).
        is_on_device: whether it says that its key is in a qualified device (4.2.2).
        is_seal: whether it says that it is for seals (4.2.3).
    """

    name: str
    identifier: str
    organisation: str
    is_person: bool
    issuer: str
    serial: str
    valid_from: str
    valid_until: str
    sha256: str
    is_qualified: bool = False
    is_on_device: bool = False
    is_seal: bool = False


@dataclass(frozen=True)
class TimestampFacts:
    """A timestamp inside a signature.

    Parameters:
        time: moment that it confirms, in ISO 8601 with offset.
        authority: common name of whoever confirmed it.
        is_sound: whether it belongs to this signature and is whole.
        is_trusted: whether it is sound and leads to the trust list.
    """

    time: str
    authority: str
    is_sound: bool
    is_trusted: bool


@dataclass(frozen=True)
class SignatureFacts:
    """One signature.

    Parameters:
        certificate: of the signer.
        bottom_line: the judgement of the validator on the whole of it; nothing else makes a signature valid.
        is_intact: whether what was signed is what is here.
        is_sound: whether the signature belongs to the certificate.
        is_trusted: whether the certificate leads to the trust list, at the time that counts.
        problem: one of ``verdicts.PROBLEMS``, or None.
        claimed_time: moment of signing as the signer says, in ISO 8601, or None.
        claimed_name: name that the signed file gives for the signer, or an empty text.
        timestamp: TimestampFacts, or None.
        anchor_uses: what the trust list says of the certificate that it was led to; empty where it was not.
        trust_path: names of the certificates from the trust list down, without the signer's own.
        anchor: what the trust list calls the first of them, or an empty text.
        revocation: NOT_CHECKED, NOT_REVOKED or REVOKED.
        covers_all: whether it covers the whole file.
        later_changes: what came into the file after it.
    """

    certificate: CertificateFacts
    bottom_line: bool
    is_intact: bool
    is_sound: bool
    is_trusted: bool
    problem: str | None = None
    claimed_time: str | None = None
    claimed_name: str = ""
    timestamp: TimestampFacts | None = None
    anchor_uses: frozenset = frozenset()
    trust_path: tuple = ()
    anchor: str = ""
    revocation: str = NOT_CHECKED
    covers_all: bool = True
    later_changes: str = NOTHING

    @property
    def time(self):
        """The moment of signing as far as it is known, or None."""
        return self.timestamp.time if self.time_source == TIMESTAMP else self.claimed_time

    @property
    def time_source(self):
        """Whence the moment is known; a timestamp that is not trusted confirms nothing."""
        if self.timestamp is not None and self.timestamp.is_trusted:
            return TIMESTAMP
        return UNKNOWN_TIME if self.claimed_time is None else CLAIMED


@dataclass(frozen=True)
class FileFacts:
    """What was found in a file and, where there is one, in the signature beside it.

    Parameters:
        format: of the signatures.
        signatures: SignatureFacts, in the order in which they were made.
        is_damaged: whether there are signatures that cannot be read.
    """

    format: str
    signatures: tuple = ()
    is_damaged: bool = False
