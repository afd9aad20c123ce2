"""Finding the signatures in the bytes: inside a PDF, or in a file beside it."""

from asn1crypto import cms
from asn1crypto import crl
from asn1crypto import ocsp
from asn1crypto import pem
from asn1crypto import x509
from czest.qms.outside_signatures.rules import facts
from dataclasses import dataclass
from io import BytesIO
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.general import MultivaluedAttributeError
from pyhanko.sign.general import NonexistentAttributeError


PDF = b"%PDF-"
#: Stands in every PDF with a signature (ISO 32000-1, 12.8.1), except where it is compressed.
SIGNED_RANGE = b"/ByteRange"
#: Namespace of signatures in XML (XMLDSig, hence XAdES).
XML_SIGNATURE = b"http://www.w3.org/2000/09/xmldsig#"
MARK_OF_UTF8 = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Embedded:
    """What a signed file brings along for its validation.

    Parameters:
        certificates: tuple of ``asn1crypto.x509.Certificate``.
        crls: tuple of ``asn1crypto.crl.CertificateList``.
        ocsps: tuple of ``asn1crypto.ocsp.OCSPResponse``.
    """

    certificates: tuple = ()
    crls: tuple = ()
    ocsps: tuple = ()


def format_of(data, signature=None):
    """Return the format of the signatures, one of ``facts``: by the file beside, where there is one."""
    if signature is None:
        return facts.PADES if data.startswith(PDF) else _format_of_text(data)
    if is_xml(signature):
        return facts.XADES if XML_SIGNATURE in signature else facts.UNKNOWN_FORMAT
    signed = signed_data(signature)
    if signed is None or len(signed["signer_infos"]) != 1 or signed["encap_content_info"]["content"].native is not None:
        # Signatures that hold what they sign, and several signers in one, are not looked into.
        return facts.UNKNOWN_FORMAT
    return facts.CADES


def _format_of_text(data):
    return facts.XADES if is_xml(data) and XML_SIGNATURE in data else facts.NO_FORMAT


def is_xml(data):
    """Tell whether bytes look like XML."""
    return data.removeprefix(MARK_OF_UTF8).lstrip()[:1] == b"<"


def signed_data(signature):
    """Return the ``cms.SignedData`` of a detached signature in DER or PEM, or None where it is something else."""
    try:
        content = pem.unarmor(signature)[2] if pem.detect(signature) else signature
        found = cms.ContentInfo.load(content)
        if found["content_type"].native != "signed_data":
            return None
        found["content"].native  # noqa: B018  Parsing is lazy: now it is known whether it can be read.
    except (ValueError, TypeError, KeyError):
        return None
    return found["content"]


def pdf_reader(data):
    """Return the reader of a PDF.

    Raises:
        Exception: of many kinds, for one that cannot be read.
    """
    return PdfFileReader(BytesIO(data), strict=False)


def embedded_in_pdf(reader):
    """Return what the security store of a PDF holds (ISO 32000-2, 12.8.4.3)."""
    store = _entry(reader.root, "/DSS", {})
    return Embedded(
        tuple(x509.Certificate.load(each) for each in _streams(store, "/Certs")),
        tuple(crl.CertificateList.load(each) for each in _streams(store, "/CRLs")),
        tuple(ocsp.OCSPResponse.load(each) for each in _streams(store, "/OCSPs")),
    )


def _streams(store, name):
    return [each.get_object().data for each in _entry(store, name, ())]


def embedded_in_cms(signed):
    """Return what a ``cms.SignedData`` holds: lists of revoked certificates, and those that Adobe's programs put in."""
    crls, ocsps = [], []
    if signed["crls"].native is not None:
        crls = [each.chosen for each in signed["crls"] if each.name == "crl"]
    try:
        archived = find_unique_cms_attribute(
            signed["signer_infos"][0]["signed_attrs"], "adobe_revocation_info_archival"
        )
    except (NonexistentAttributeError, MultivaluedAttributeError):
        return Embedded(crls=tuple(crls))
    crls.extend(archived["crl"] or ())
    ocsps.extend(archived["ocsp"] or ())
    return Embedded(crls=tuple(crls), ocsps=tuple(ocsps))


def together(one, other):
    """Return two Embedded as one."""
    return Embedded(one.certificates + other.certificates, one.crls + other.crls, one.ocsps + other.ocsps)


def _entry(dictionary, name, default):
    """Return an entry of a dictionary of a PDF; ``get`` of pyHanko's would give an unresolved reference."""
    if name not in dictionary:
        return default
    return dictionary[name]
