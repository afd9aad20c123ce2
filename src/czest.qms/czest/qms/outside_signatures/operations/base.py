"""Attaching a file signed outside, and validating what was attached anew; rooms above say to what, and who may."""

from czest.qms import _
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import examine_again
from czest.qms.outside_signatures.keeping import examined
from czest.qms.outside_signatures.keeping import keep
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.verification import DETAIL
from czest.qms.outside_signatures.verification import DETAIL_OF_ALL
from czest.qms.outside_signatures.words import explanation
from czest.qms.outside_signatures.words import KINDS
from czest.qms.outside_signatures.words import refusal
from czest.qms.outside_signatures.words import VERDICTS
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SIGNATURE_KINDS = SimpleVocabulary([SimpleTerm(kind, kind, KINDS[kind]) for kind in kinds.KINDS])

#: Most bytes of a detached signature: with its timestamps and proofs it has some tens of thousands.
SIGNATURE_LIMIT = 2_000_000
#: Extensions of detached signatures; anything else is a mistake of whoever chose the file.
SIGNATURE_EXTENSIONS = ("p7s", "sig", "p7m", "pem", "xml", "xades")


class IAttachSignature(model.Schema):
    """Input of a detached signature."""

    detached_signature = NamedBlobFile(
        title=_("Signature in a file of its own"),
        description=_("A file such as document.pdf.p7s or document.pdf.sig (CAdES); XAdES is kept but not verified."),
        required=False,
    )
    signature_kind = schema.Choice(
        title=_("Kind of signature"),
        description=_("As far as it is known; what the certificate says is found by the system."),
        vocabulary=SIGNATURE_KINDS,
        required=False,
    )


class IAttachSignedFile(IAttachSignature):
    """Input of a signed file."""

    signed_file = NamedBlobFile(
        title=_("Signed file"),
        description=_(
            "The file as it was signed, such as a signed PDF (PAdES). Left out, the signature is one over the source file."
        ),
        required=False,
    )


class AttachOperation(Operation):
    """Attach a signed file for ever; it is validated at once.

    Subclasses say over what a signature alone was made (``signed_content``), and how a file is screened
    (``screened``).
    """

    not_done = _("Not attached.")
    done = _("The signed file was attached.")
    busy = _("Verifying the signature…")
    icon = "qms-pending-approval"
    schema = IAttachSignedFile
    #: What was found by :meth:`check`.
    report = None

    def signed_content(self):
        """Return the file of the content over which a signature alone was made, or None where there is none."""
        raise NotImplementedError

    def screened(self, named_file):
        """Return why a signed file may not enter at all, as ``(field, Message)`` pairs."""
        raise NotImplementedError

    def digest(self):
        """Return the digest of the content that was signed, or None where it cannot change."""
        return None

    def chosen(self, data):
        """Return the signed file and the signature beside it, or None for either."""
        signature = data.get("detached_signature")
        given = data.get("signed_file")
        return given or (self.signed_content() if signature is not None else None), signature

    def check(self, data):
        named_file, signature = self.chosen(data)
        errors = self._errors(data, named_file, signature)
        if not errors:
            self.report = examined(named_file, signature, data.get("signature_kind"))
            field = "signed_file" if signature is None else "detached_signature"
            sentence = refusal(self.report, signature is not None) or self._known(self.report)
            errors = [(field, sentence)] if sentence else []
        if errors:
            raise InvalidInput(_("Not attached: some of the data is wrong."), errors)

    def _errors(self, data, named_file, signature):
        errors = [] if signature is None else check_signature_file(signature)
        if data.get("signed_file") is not None:
            errors += self.screened(data["signed_file"])
        if named_file is None and signature is None:
            field = "signed_file" if "signed_file" in self.schema else "detached_signature"
            errors.append((field, _("Choose the signed file, or the signature made over it.")))
        elif named_file is None:
            sentence = _("There is no file here over which this signature could have been made: choose that file too.")
            errors.append(("detached_signature", sentence))
        return errors

    def _known(self, report):
        """Return the sentence for what is attached already, or None."""
        digests = (report["sha256"], report["signature_sha256"])
        for entry in attached_to(self.context):
            if (entry["reports"][0]["sha256"], entry["reports"][0]["signature_sha256"]) == digests:
                return _("This file is attached already.")
        return None

    def write(self, data):
        named_file, signature = self.chosen(data)
        traced = keep(
            self.context,
            named_file,
            signature,
            self.report,
            digest=self.digest(),
            says_the_same=says_the_same(self.report, self.signed_content()),
        )
        return Outcome(self.context, details={DETAIL: traced}, warnings=warnings(self.report))

    def consequences(self):
        return [
            _("The file is kept byte for byte and can never be replaced or taken away."),
            _("The signature is verified at once; what cannot be verified is kept and shown as such."),
            _("The file is not published in the BIP by itself."),
        ]


class RevalidateOperation(Operation):
    """Validate everything attached anew, such as after a change of the trust list; earlier reports are kept."""

    id = "revalidate"
    title = _("Verify the outside signatures again")
    done = _("The signatures were verified again.")
    not_done = _("Not verified.")
    busy = _("Verifying the signature…")
    order = 75
    condition = _("a file signed outside is attached")

    def state_refusal(self):
        if not attached_to(self.context):
            return _("Not possible: no file signed outside is attached.")
        return None

    def write(self, data):
        return Outcome(self.context, details={DETAIL_OF_ALL: examine_again(self.context)})

    def consequences(self):
        return [_("The reports made so far are kept; the newest one counts.")]


def check_signature_file(named_file):
    """Return what is wrong with a detached signature as a file."""
    extension = (named_file.filename or "").rpartition(".")[2].lower()
    if extension not in SIGNATURE_EXTENSIONS:
        return [("detached_signature", _("A signature has the extension p7s, sig, p7m, pem, xml or xades."))]
    if not 0 < named_file.getSize() <= SIGNATURE_LIMIT:
        return [("detached_signature", _("This file is empty, or too large for a signature."))]
    return []


def says_the_same(report, source):
    """Tell whether a signed file is known to be the source file, byte for byte: then this very content was signed.

    A PDF that begins with these bytes is not: before it was signed, anything could have been added.
    """
    return source is not None and source.sha256 == report["sha256"]


def warnings(report):
    """Return what whoever attached a file is told of its verdict where it is not valid."""
    why = explanation(report)
    if report["bottom_line"] or why is None:
        return []
    return [_("${verdict}: ${reason}", mapping={"verdict": VERDICTS[report["verdict"]], "reason": why})]
