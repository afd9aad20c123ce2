"""Validating signatures: pyHanko judges, here its judgement is read into plain facts.

Nothing is asked on the network. A certificate must be valid at the moment that a trusted timestamp confirms, else now.
"""

import asyncio
from czest.qms.outside_signatures.rules import facts
from czest.qms.outside_signatures.rules import verdicts
from czest.qms.outside_signatures.rules.people import without_identifiers
from czest.qms.outside_signatures.validation import containers
from czest.qms.outside_signatures.validation.certificates import facts_of
from czest.qms.outside_signatures.validation.certificates import name_of_authority
import logging
from pyhanko.sign.ades.report import AdESFailure
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation import KeyUsageConstraints
from pyhanko.sign.validation import SignatureCoverageLevel


# Their messages name the holders of certificates, identifiers included: what they found stands in the report.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

#: Seals may have the one, signatures of people the other.
USAGES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)

PROBLEMS = {
    AdESFailure.REVOKED: verdicts.REVOKED,
    AdESFailure.NOT_YET_VALID: verdicts.NOT_YET_VALID,
    AdESIndeterminate.NOT_YET_VALID: verdicts.NOT_YET_VALID,
    AdESIndeterminate.EXPIRED: verdicts.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: verdicts.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: verdicts.EXPIRED,
    AdESIndeterminate.REVOKED_NO_POE: verdicts.REVOKED,
    AdESIndeterminate.REVOKED_CA_NO_POE: verdicts.REVOKED,
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: verdicts.NO_ANCHOR,
    AdESIndeterminate.NO_SIGNING_CERTIFICATE_FOUND: verdicts.NO_ANCHOR,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: verdicts.WRONG_USE,
    AdESIndeterminate.SIG_CONSTRAINTS_FAILURE: verdicts.WRONG_USE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: verdicts.WEAK_ALGORITHM,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: verdicts.WEAK_ALGORITHM,
}

CHANGES = {
    None: facts.OTHER,
    ModificationLevel.NONE: facts.NOTHING,
    ModificationLevel.LTA_UPDATES: facts.MAINTENANCE,
    ModificationLevel.FORM_FILLING: facts.FORMS,
    ModificationLevel.ANNOTATIONS: facts.ANNOTATIONS,
    ModificationLevel.OTHER: facts.OTHER,
}


def validate(data, signature, trust, moment):
    """Return the FileFacts of a file.

    Parameters:
        data: bytes of the file.
        signature: bytes of the detached signature over it, or None where the signature is in the file.
        trust: ``trust.Trust``.
        moment: aware datetime: now.
    """
    kind = containers.format_of(data, signature)
    try:
        if kind == facts.PADES:
            return _in_pdf(data, trust, moment)
        if kind == facts.CADES:
            return facts.FileFacts(kind, (_beside(data, signature, trust, moment),))
    except Exception:  # Readers of broken files raise errors of every kind, and none of them is a signature.
        return facts.FileFacts(kind, is_damaged=kind == facts.CADES or containers.SIGNED_RANGE in data)
    return facts.FileFacts(kind)


def _in_pdf(data, trust, moment):
    reader = containers.pdf_reader(data)
    signatures = list(reader.embedded_regular_signatures)
    if not signatures:
        hidden = containers.SIGNED_RANGE in data and not list(reader.embedded_signatures)
        return facts.FileFacts(facts.PADES if hidden else facts.NO_FORMAT, is_damaged=hidden)
    store = containers.embedded_in_pdf(reader)
    found = []
    for each in signatures:
        embedded = containers.together(store, containers.embedded_in_cms(each.signed_data))

        async def check(contexts, each=each):
            return await async_validate_pdf_signature(each, *contexts, key_usage_settings=USAGES)

        found.append(_judged(check, embedded, trust, moment, _name_in(each.sig_object)))
    return facts.FileFacts(facts.PADES, tuple(found))


def _beside(data, signature, trust, moment):
    signed = containers.signed_data(signature)

    async def check(contexts):
        return await async_validate_detached_cms(data, signed, *contexts, key_usage_settings=USAGES)

    return _judged(check, containers.embedded_in_cms(signed), trust, moment)


def _name_in(sig_object):
    """Return the name of the signer that a signature dictionary gives, or an empty text."""
    return without_identifiers(str(sig_object.get("/Name", "")))[:200]


def _judged(check, embedded, trust, moment, claimed_name=""):
    """Return the SignatureFacts of one signature.

    Parameters:
        check: coroutine function that asks pyHanko, given the contexts for the signer and for timestamps.
    """

    def asked(at, mode="soft-fail"):
        signer = trust.context(embedded, at, revocation_mode=mode)
        return asyncio.run(check((signer, trust.context(embedded, moment, timestamps=True))))

    at = moment
    status = asked(at)
    timestamp = _timestamp(status)
    if timestamp is not None and timestamp.is_trusted:
        at = status.timestamp_validity.timestamp
        status = asked(at)
    return facts.SignatureFacts(
        certificate=facts_of(status.signing_cert),
        bottom_line=bool(status.bottom_line),
        is_intact=status.intact,
        is_sound=status.valid,
        is_trusted=status.trusted,
        problem=_problem(status, at),
        claimed_time=status.signer_reported_dt and status.signer_reported_dt.isoformat(),
        claimed_name=claimed_name,
        timestamp=timestamp,
        revocation=_revocation(status, embedded, at, asked),
        covers_all=getattr(status, "coverage", None) in (None, SignatureCoverageLevel.ENTIRE_FILE),
        later_changes=_later_changes(status),
        **_path(status, trust),
    )


def _timestamp(status):
    found = status.timestamp_validity
    if found is None:
        return None
    is_sound = found.intact and found.valid
    return facts.TimestampFacts(
        time=found.timestamp.isoformat(),
        authority=name_of_authority(found.signing_cert.subject),
        is_sound=is_sound,
        is_trusted=is_sound and found.trusted,
    )


def _problem(status, at):
    found, certificate = status.trust_problem_indic, status.signing_cert
    if status.revocation_details is not None:
        return verdicts.REVOKED
    if found is None or found in PROBLEMS:
        return found and PROBLEMS[found]
    # Where the authority was out of date too, the validator speaks of it alone.
    if at > certificate.not_valid_after:
        return verdicts.EXPIRED
    return verdicts.NOT_YET_VALID if at < certificate.not_valid_before else verdicts.UNCERTAIN


def _revocation(status, embedded, at, asked):
    """Return what is known of revocation from what the signature brought along."""
    if status.revocation_details is not None or _is_listed(status.signing_cert, embedded.crls, at):
        return facts.REVOKED
    if not status.trusted or not (embedded.crls or embedded.ocsps):
        return facts.NOT_CHECKED
    return facts.NOT_REVOKED if asked(at, "require").trusted else facts.NOT_CHECKED


def _is_listed(certificate, crls, at):
    """Tell whether a list of revoked certificates names this one by then, however old the list is.

    The validator passes over a list that is out of date; a certificate on it was revoked all the same.
    """
    return any(
        crl["tbs_cert_list"]["issuer"] == certificate.issuer
        and entry["user_certificate"].native == certificate.serial_number
        and entry["revocation_date"].native <= at
        for crl in crls
        for entry in crl["tbs_cert_list"]["revoked_certificates"] or ()
    )


def _later_changes(status):
    """Return what came into the file after the signature; what the signer's own policy forbids is OTHER."""
    if not hasattr(status, "coverage"):
        return facts.NOTHING
    return CHANGES[status.modification_level] if status.docmdp_ok else facts.OTHER


def _path(status, trust):
    """Return how the signer's certificate leads to the trust list, and what is said there of it."""
    if not status.trusted:
        return {}
    path = list(status.validation_path.iter_certs(include_root=True))
    anchor = trust.anchor(path[0])
    return {
        "anchor_uses": anchor.uses,
        "anchor": anchor.label,
        "trust_path": tuple(name_of_authority(each.subject) for each in path[:-1]),
    }
