"""Authorities, signers and signed files for the tests: a public key infrastructure of its own, made with real keys.

Nothing here is kept: keys live as long as the run of the tests.
"""

from asn1crypto import crl
from asn1crypto import keys
from asn1crypto import x509 as asn1
import asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.oid import NameOID
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.validation import Trust
from czest.qms.outside_signatures.validation import Trusted
import datetime
from functools import cache
from functools import cached_property
from io import BytesIO
import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign import PdfSignatureMetadata
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore


PESEL = "83010112345"
SIGNER = "Jan Żak"
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
DAY = datetime.timedelta(days=1)
YEAR = 365 * DAY

#: Statements of a qualified certificate as DER (ETSI EN 319 412-5): compliance, device, and the type at the end.
_COMPLIANCE, _DEVICE = "3008060604008e460101", "3008060604008e460104"
_TYPES = {
    "signature": "3013060604008e4601063009060704008e46010601",
    "seal": "3013060604008e4601063009060704008e46010602",
}


def statements(kind):
    """Return the extension with the statements of a qualified certificate for signatures or seals."""
    inside = bytes.fromhex(_COMPLIANCE + _DEVICE + _TYPES[kind])
    oid = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
    return x509.UnrecognizedExtension(oid, b"\x30" + bytes([len(inside)]) + inside)


class Holder:
    """Somebody with a key and a certificate.

    Parameters:
        subject: pairs of OID and text.
        issuer: another Holder, or None for a root.
        is_authority: whether it issues certificates.
        since, until: aware datetimes.
        extensions: pairs of an extension and whether it is critical.
        key: by default a new one, of elliptic curves.
    """

    def __init__(self, subject, issuer=None, *, is_authority=False, since=None, until=None, extensions=(), key=None):
        self.key = key or ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(oid, text) for oid, text in subject])
        self.issuer = issuer or self
        builder = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(self.issuer.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(since or NOW - 5 * YEAR)
            .not_valid_after(until or NOW + 5 * YEAR)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(usage(is_authority), critical=True)
        )
        for extension, is_critical in extensions:
            builder = builder.add_extension(extension, critical=is_critical)
        self.certificate = builder.sign(self.issuer.key, hashes.SHA256())

    @cached_property
    def plain(self):
        """The certificate as the validator takes it."""
        return asn1.Certificate.load(self.certificate.public_bytes(serialization.Encoding.DER))

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def plain_key(self):
        return keys.PrivateKeyInfo.load(
            self.key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )

    def revoked(self, *holders, on=NOW - 30 * DAY, until=NOW + 30 * DAY):
        """Return the list of revoked certificates of this authority."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        builder = builder.last_update(on).next_update(until)
        for holder in holders:
            entry = x509.RevokedCertificateBuilder().serial_number(holder.certificate.serial_number)
            builder = builder.add_revoked_certificate(entry.revocation_date(on).build())
        made = builder.sign(self.key, hashes.SHA256())
        return crl.CertificateList.load(made.public_bytes(serialization.Encoding.DER))


def usage(is_authority):
    names = ["content_commitment", "digital_signature", "key_cert_sign", "crl_sign"]
    values = dict.fromkeys(
        [*names, "key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"], False
    )
    chosen = names[2:] if is_authority else names[:1]
    return x509.KeyUsage(**{**values, **dict.fromkeys(chosen, True)})


def person(given="Jan", surname="Żak", identifier=f"PNOPL-{PESEL}"):
    return [
        (NameOID.COUNTRY_NAME, "PL"),
        (NameOID.GIVEN_NAME, given),
        (NameOID.SURNAME, surname),
        (NameOID.COMMON_NAME, f"{given} {surname}"),
        (NameOID.SERIAL_NUMBER, identifier),
    ]


def authority(name):
    return [
        (NameOID.COUNTRY_NAME, "PL"),
        (NameOID.ORGANIZATION_NAME, "Urząd Próbny"),
        (NameOID.COMMON_NAME, name),
    ]


class SigningOffice:
    """Everybody who signs in the tests; made once in a run (see :func:`signing_office`)."""

    def __init__(self):
        qualified = ((statements("signature"), False),)
        stamping = ((x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True),)
        self.root = Holder(authority("Próbne Centrum Certyfikacji"), is_authority=True)
        self.middle = Holder(authority("Próbny Dostawca Kwalifikowany"), self.root, is_authority=True)
        self.qualified = Holder(person(), self.middle, extensions=qualified)
        # Called as an account of the office is.
        self.secretary = Holder(person("Sekretarz", "Miasta"), self.middle, extensions=qualified)
        self.expired = Holder(
            person("Anna", "Dawna"),
            self.middle,
            since=NOW - 3 * YEAR,
            until=NOW - YEAR,
            extensions=qualified,
        )
        self.revoked = Holder(person("Piotr", "Cofnięty"), self.middle, extensions=qualified)
        self.advanced = Holder(person("Ewa", "Zwykła"), self.middle)
        self.seal = Holder(authority("Urząd Miasta"), self.middle, extensions=((statements("seal"), False),))
        self.ministry = Holder(
            authority("Pieczęć podpisu zaufanego"), self.middle, extensions=((statements("seal"), False),)
        )
        self.strange_root = Holder(authority("Obce Centrum"), is_authority=True)
        self.stranger = Holder(person("Obcy", "Podpisujący"), self.strange_root, extensions=qualified)
        self.clock_root = Holder(authority("Próbny Znacznik Główny"), is_authority=True)
        # The timestamper of pyHanko knows keys of this kind only.
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.clock = Holder(authority("Próbny Znacznik Czasu"), self.clock_root, extensions=stamping, key=key)

    def trust(self, uses=(kinds.FOR_QUALIFIED, kinds.FOR_TRUSTED), timestamps=True):
        """Return the trust list of the office."""
        found = [Trusted(self.root.plain, "NCCert", frozenset(uses))]
        if timestamps:
            found.append(Trusted(self.clock_root.plain, "Znacznik", frozenset({kinds.FOR_TIMESTAMPS})))
        return Trust(found)

    def _signer(self, holder):
        store = SimpleCertificateStore()
        store.register_multiple([self.middle.plain] if holder.issuer is self.middle else [])
        return signers.SimpleSigner(
            signing_cert=holder.plain, signing_key=holder.plain_key, cert_registry=store, embed_roots=False
        )

    def _stamper(self, moment):
        return DummyTimeStamper(self.clock.plain, self.clock.plain_key, fixed_dt=moment) if moment else None

    def sign_pdf(self, holder, data=None, *, name=None, stamped=None, field="Podpis", crls=(), **metadata):
        """Return a PDF signed by somebody, in the form of PAdES.

        Parameters:
            data: bytes of the PDF, by default :func:`blank_pdf`.
            name: of the signer as the dictionary of the signature gives it.
            stamped: moment that a timestamp confirms, or None for no timestamp.
            crls: lists of revoked certificates, put into the security store afterwards.
        """
        writer = IncrementalPdfFileWriter(BytesIO(data or blank_pdf()))
        values = PdfSignatureMetadata(
            field_name=field, name=name, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", **metadata
        )
        signer = signers.PdfSigner(values, self._signer(holder), timestamper=self._stamper(stamped))
        signed = signer.sign_pdf(writer).getvalue()
        return with_store(signed, self.middle, crls) if crls else signed

    def sign_beside(self, holder, data, stamped=None):
        """Return the detached signature of somebody over bytes, in DER, in the form of CAdES."""
        signer = self._signer(holder)
        made = signer.async_sign_general_data(
            data, "sha256", detached=True, timestamper=self._stamper(stamped), use_cades=True
        )
        return asyncio.run(made).dump()


def with_store(data, issuer, crls):
    """Return a signed PDF with a security store added after the signature."""
    stream = BytesIO(data)
    DocumentSecurityStore.supply_dss_in_writer(
        writer := IncrementalPdfFileWriter(stream), None, certs=[issuer.plain], crls=list(crls)
    )
    writer.write_in_place()
    return stream.getvalue()


@cache
def blank_pdf(text="Procedura"):
    """Return a PDF with one page, the same at every call."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].Contents = pdf.make_stream(f"% {text}".encode())
    target = BytesIO()
    pdf.save(target, deterministic_id=True)
    return target.getvalue()


def changed_later(data):
    """Return a signed PDF of which the page was changed afterwards, by an update at the end as programs write it."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/MediaBox"][2] = type(page["/MediaBox"][2])(150)
    writer.update_container(page)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@cache
def signing_office():
    """Return the one SigningOffice of a run."""
    return SigningOffice()
