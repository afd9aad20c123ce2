"""Reading certificates, and what they say."""

from asn1crypto import pem
from asn1crypto import x509
from czest.qms.outside_signatures.rules.facts import CertificateFacts
from czest.qms.outside_signatures.rules.people import masked
from czest.qms.outside_signatures.rules.people import without_identifiers
from pyhanko.sign.ades.qualified_asn1 import get_qc_statements


class UnreadableCertificates(ValueError):
    """There is no certificate in the bytes, or one that cannot be read."""


def read_certificates(data):
    """Return the certificates of a PEM file, or the one of a DER file, as ``asn1crypto.x509.Certificate``.

    Raises:
        UnreadableCertificates: when there is none, or something else too.
    """
    try:
        parts = list(pem.unarmor(data, multiple=True)) if pem.detect(data) else [("CERTIFICATE", {}, data)]
        found = [_certificate(kind, content) for kind, _headers, content in parts]
    except (ValueError, TypeError) as error:
        raise UnreadableCertificates(str(error)) from error
    if not found:
        raise UnreadableCertificates("empty")
    return found


def _certificate(kind, content):
    if kind not in ("CERTIFICATE", "TRUSTED CERTIFICATE"):
        raise ValueError(kind)
    certificate = x509.Certificate.load(content, strict=True)
    # Parsing is lazy: whoever asks for all of it now is not surprised later.
    certificate.native  # noqa: B018
    certificate.public_key.native  # noqa: B018
    return certificate


def facts_of(certificate):
    """Return the CertificateFacts of a certificate; identifiers are masked, and the subject is not kept as a whole."""
    subject = {name: _text(value) for name, value in certificate.subject.native.items()}
    given, surname = subject.get("given_name", ""), subject.get("surname", "")
    organisation = subject.get("organization_name", "")
    is_person = bool(given and surname)
    name = f"{given} {surname}" if is_person else subject.get("common_name") or organisation
    validity = certificate["tbs_certificate"]["validity"]
    return CertificateFacts(
        name=without_identifiers(name),
        identifier=masked(subject.get("serial_number", "")),
        organisation=without_identifiers(organisation),
        is_person=is_person,
        issuer=name_of_authority(certificate.issuer),
        serial=f"{certificate.serial_number:x}",
        valid_from=validity["not_before"].native.isoformat(),
        valid_until=validity["not_after"].native.isoformat(),
        sha256=certificate.sha256.hex(),
        **_qualified(certificate),
    )


def name_of_authority(name):
    """Return what people call an authority: its common name, or the organisation.

    Parameters:
        name: ``asn1crypto.x509.Name``.
    """
    words = {key: _text(value) for key, value in name.native.items()}
    return without_identifiers(words.get("common_name") or words.get("organization_name") or "")


def _text(value):
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _qualified(certificate):
    """Return what the statements of a certificate say (ETSI EN 319 412-5); what cannot be read says nothing."""
    try:
        statements = {each["statement_id"].native: each["statement_info"] for each in get_qc_statements(certificate)}
        kinds = {kind.native for kind in statements["qc_type"]} if "qc_type" in statements else set()
    except (ValueError, TypeError, KeyError):
        return {}
    return {
        "is_qualified": "qc_compliance" in statements,
        "is_on_device": "qc_sscd" in statements,
        "is_seal": kinds == {"qct_eseal"},
    }
