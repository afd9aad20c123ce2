"""What is said of verdicts, problems and kinds of signature."""

from czest.qms import _
from czest.qms.outside_signatures.rules import facts
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.rules import verdicts


#: Verdict → what people read first.
VERDICTS = {
    verdicts.VALID: _("Valid"),
    verdicts.NOT_VERIFIED: _("Not verified"),
    verdicts.TAMPERED: _("Not what was signed"),
    verdicts.DAMAGED: _("Cannot be read"),
    verdicts.UNSUPPORTED: _("Cannot be verified here"),
    verdicts.NO_SIGNATURE: _("No electronic signature"),
    verdicts.SCAN: _("Scan of a handwritten signature"),
}
#: Verdict → icon record and colour.
LOOKS = {
    verdicts.VALID: ("qms-in-force", "force"),
    verdicts.NOT_VERIFIED: ("qms-message-wait", "wait"),
    verdicts.TAMPERED: ("qms-error", "void"),
    verdicts.DAMAGED: ("qms-error", "void"),
    verdicts.UNSUPPORTED: ("qms-message-wait", "wait"),
    verdicts.NO_SIGNATURE: ("qms-message-wait", "wait"),
    verdicts.SCAN: ("qms-message-act", "ink"),
}
#: Verdict without a signature to look into → why.
EXPLANATIONS = {
    verdicts.UNSUPPORTED: _(
        "The file was kept, but its signature has a form that this system does not verify (such as XAdES)."
    ),
    verdicts.NO_SIGNATURE: _("The file was kept; there is no electronic signature in it."),
    verdicts.SCAN: _("The file was kept; a handwritten signature is not verified by a program."),
    verdicts.DAMAGED: _("The signature in the file cannot be read: the file is damaged."),
}
PROBLEMS = {
    verdicts.CHANGED_CONTENT: _("The content is not the one that was signed."),
    verdicts.CHANGED_LATER: _("The file was changed after it had been signed."),
    verdicts.WRONG_KEY: _("The signature does not belong to the certificate."),
    verdicts.NO_ANCHOR: _("The certificate leads to nobody on the trust list of the office."),
    verdicts.EXPIRED: _(
        "The certificate was not valid at that time any more, or no timestamp proves that the signature was made before."
    ),
    verdicts.NOT_YET_VALID: _("The certificate was not valid yet when the signature was made."),
    verdicts.REVOKED: _("The certificate was revoked."),
    verdicts.BAD_TIMESTAMP: _("The timestamp leads to nobody on the trust list of the office."),
    verdicts.WEAK_ALGORITHM: _("The signature was made in a way that is not safe any more."),
    verdicts.WRONG_USE: _("The certificate is not meant for signatures."),
    verdicts.UNCERTAIN: _("The signature could not be verified."),
}
KINDS = {
    kinds.QUALIFIED: _("qualified signature"),
    kinds.TRUSTED: _("trusted signature (podpis zaufany)"),
    kinds.PERSONAL: _("personal signature (e-ID card)"),
    kinds.QUALIFIED_SEAL: _("qualified seal"),
    kinds.ADVANCED: _("advanced signature"),
    kinds.SEAL: _("seal"),
    kinds.HANDWRITTEN: _("handwritten signature, scan"),
}
USES = {
    kinds.FOR_QUALIFIED: _("qualified signatures and seals"),
    kinds.FOR_TRUSTED: _("trusted signatures (podpis zaufany)"),
    kinds.FOR_PERSONAL: _("personal signatures (e-ID cards)"),
    kinds.FOR_OTHERS: _("other electronic signatures"),
    kinds.FOR_TIMESTAMPS: _("timestamps"),
}
TIME_SOURCES = {
    facts.TIMESTAMP: _("confirmed by a timestamp"),
    facts.CLAIMED: _("by the clock of the signer, confirmed by nobody"),
    facts.UNKNOWN_TIME: _("unknown"),
}
REVOCATIONS = {
    facts.NOT_CHECKED: _("not checked: nothing is asked on the network, and the signature brought no proof along"),
    facts.NOT_REVOKED: _("not revoked, by the proof that the signature brought along"),
    facts.REVOKED: _("revoked"),
}
CHANGES = {
    facts.NOTHING: _("none"),
    facts.MAINTENANCE: _("only what keeps the signature verifiable"),
    facts.FORMS: _("only signatures and fields filled in"),
    facts.ANNOTATIONS: _("annotations"),
    facts.OTHER: _("others"),
}
#: Verdict → why a file is not taken in.
REFUSALS = {
    verdicts.TAMPERED: _("The file is not what was signed: it was changed afterwards. Take the original."),
    verdicts.DAMAGED: _("The signature in the file cannot be read: the file is damaged. Take the original."),
}
TAMPERED_BESIDE = _("This signature was not made over this file, or one of them was changed afterwards.")


def explanation(report):
    """Return why the verdict of a report is as it is, or None where nothing needs to be said."""
    if not report["signatures"]:
        return EXPLANATIONS.get(report["verdict"])
    problem = next((each["problem"] for each in report["signatures"] if each["problem"]), None)
    return PROBLEMS.get(problem)


def refusal(report, has_signature_beside=False):
    """Return why a file with this report is not taken in, or None."""
    if report["verdict"] not in verdicts.REFUSED:
        return None
    return TAMPERED_BESIDE if has_signature_beside else REFUSALS[report["verdict"]]
