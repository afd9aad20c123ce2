"""Kinds of signature (eIDAS art. 3 pkt 10–12, 25–27, 32; art. 14 § 1a k.p.a.), and which one a certificate makes."""

QUALIFIED = "qualified"
QUALIFIED_SEAL = "qualified-seal"
TRUSTED = "trusted"
PERSONAL = "personal"
ADVANCED = "advanced"
SEAL = "seal"
HANDWRITTEN = "handwritten"

#: What may be named when a file is given, and what the report may say.
KINDS = (QUALIFIED, TRUSTED, PERSONAL, QUALIFIED_SEAL, ADVANCED, SEAL, HANDWRITTEN)

#: Kinds in which no person speaks: a seal proves origin from the office, not the decision of a person (SIG-3).
SEALS = frozenset({QUALIFIED_SEAL, SEAL})

#: What the office relies on a certificate of its trust list for.
FOR_QUALIFIED, FOR_TRUSTED, FOR_PERSONAL, FOR_OTHERS, FOR_TIMESTAMPS = (
    "qualified",
    "trusted",
    "personal",
    "other",
    "timestamps",
)
USES = (FOR_QUALIFIED, FOR_TRUSTED, FOR_PERSONAL, FOR_OTHERS, FOR_TIMESTAMPS)

#: Words in the name of the ministerial seal that makes a trusted signature (podpis zaufany).
TRUSTED_SEAL_WORDS = ("podpisu zaufanego", "podpis zaufany")


def kind_of(certificate, anchor_uses):
    """Return the kind of signature that a certificate makes.

    A certificate may say anything of itself. It is believed to be qualified only where the trust list says that the
    one it leads to issues qualified certificates.

    Parameters:
        certificate: ``facts.CertificateFacts``.
        anchor_uses: what the trust list says of the certificate that it was led to, a set of USES.

    Returns:
        One of KINDS, or None where the certificate leads nowhere: then nobody vouches for what it says.
    """
    if not anchor_uses:
        return None
    if FOR_TRUSTED in anchor_uses and is_trusted_seal(certificate):
        return TRUSTED
    if FOR_QUALIFIED in anchor_uses and certificate.is_qualified and certificate.is_on_device:
        return QUALIFIED_SEAL if certificate.is_seal else QUALIFIED
    if FOR_PERSONAL in anchor_uses and certificate.is_person and not certificate.is_qualified:
        return PERSONAL
    return ADVANCED if certificate.is_person and not certificate.is_seal else SEAL


def is_trusted_seal(certificate):
    """Tell whether a certificate is that of the ministerial seal under trusted signatures."""
    name = f"{certificate.name} {certificate.organisation}".casefold()
    return any(words in name for words in TRUSTED_SEAL_WORDS)


def signer_of(signature):
    """Return whose signature it is: under a trusted signature the person named in the signed file, not the ministry.

    Anybody can call a certificate as the ministry calls its seal. What the file says of the person counts only where the
    trust list relies on the certificate for trusted signatures.

    Parameters:
        signature: ``facts.SignatureFacts``.
    """
    if signature.claimed_name and kind_of(signature.certificate, signature.anchor_uses) == TRUSTED:
        return signature.claimed_name
    return signature.certificate.name
