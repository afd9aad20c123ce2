"""Confirming identity before a signature: by the password, or by a proof from the identity provider."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.identity.seals import BrokenSeal
from czest.qms.approval.identity.seals import opened
from czest.qms.approval.identity.seals import PROOF
from czest.qms.approval.identity.seals import seal
from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import identity_settings
from czest.qms.approval.identity.settings import PASSWORD
from czest.qms.approval.identity.settings import PROVIDER
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.approval.passwords import FORGED_PROOF
from czest.qms.approval.passwords import is_password_of_current_user
from czest.qms.approval.passwords import locked_until
from czest.qms.approval.passwords import note_failure
from czest.qms.approval.passwords import WRONG_PASSWORD
from czest.qms.approval.rules import locking
from czest.qms.approval.rules import proofs
from czest.qms.operations.base import actor
from czest.qms.operations.errors import InvalidInput
from plone import api
from zope.component import getUtility


#: The field of each way.
FIELDS = {PASSWORD: "password", PROVIDER: "identity_proof"}

#: What is wrong with a proof besides what ``rules.proofs`` finds.
FORGED, USED = "forged", "used"
SENTENCES = {
    FORGED: _("This confirmation of identity was not given here."),
    USED: _("This confirmation of identity was used already. Confirm identity again."),
    proofs.OTHER_USER: _("This confirmation of identity was given to another person."),
    proofs.OTHER_ISSUER: _("Another identity provider is asked now. Confirm identity again."),
    proofs.EXPIRED: _("The confirmation of identity has expired. Confirm identity again."),
    proofs.OTHER_TARGET: _("This confirmation of identity was given for another signature or another content."),
}
#: Such a proof was not come by honestly, and counts like a wrong password.
DISHONEST = (FORGED, proofs.OTHER_USER)


def target_of(operation, digest=None):
    """Return the name of the signature that an operation would give.

    Parameters:
        operation: one that signs; its ``signed_digest`` is the digest of what it signs at present.
        digest: of the content that the person saw; by default the present one.
    """
    return proofs.target(operation.id, api.content.get_uuid(operation.context), digest or operation.signed_digest)


def sealed_proof(user, nonce, targets):
    """Return a new proof, sealed."""
    proof = proofs.issued(user, identity_settings().issuer, nonce, targets, clock.now())
    return seal(PROOF, proofs.plain(proof))


def read_proof(text):
    """Return the ``Proof`` in a sealed text; None where it was not sealed here."""
    try:
        return proofs.read(opened(PROOF, text))
    except (BrokenSeal, ValueError):
        return None


def problem_of(operation, text):
    """Return the code of what is wrong with using a proof for an operation, or None."""
    proof = read_proof(text)
    if proof is None:
        return FORGED
    wanted = target_of(operation)
    found = proofs.problem(proof, actor(), identity_settings().issuer, wanted, clock.now())
    return found or (USED if getUtility(IUsedProofs).is_used(proof.nonce, wanted) else None)


def given_way(data):
    """Return the way in which identity is confirmed by the input of a signature.

    Raises:
        InvalidInput: when it is none of those accepted now, or two at once.
    """
    ways = accepted_ways()
    given = [way for way in (PROVIDER, PASSWORD) if data.get(FIELDS[way])]
    refused = [way for way in given if way not in ways]
    if refused:
        sentence = _("Identity is not confirmed in this way here.")
        raise InvalidInput(_("Not signed: some of the data is wrong."), [(FIELDS[way], sentence) for way in refused])
    if len(given) > 1:
        sentence = _("Give either the password or the confirmation of identity.")
        raise InvalidInput(_("Not signed: some of the data is wrong."), [(FIELDS[PASSWORD], sentence)])
    if not given:
        sentence = _("Confirm identity first.") if PROVIDER in ways else _("This field is required.")
        raise InvalidInput(_("Not done: required data is missing."), [(FIELDS[ways[0]], sentence)])
    return given[0]


def require_identity(operation, data):
    """Check that the person who signs is the one who is signed in.

    Raises:
        InvalidInput: at the field that does not prove it; a wrong password and a forged proof are counted.
    """
    way = given_way(data)
    require_unlocked(locked_until(actor()), FIELDS[way])
    if way == PASSWORD:
        _require_password(operation, data)
    else:
        _require_proof(operation, data)


def _require_password(operation, data):
    if not is_password_of_current_user(data["password"]):
        _count(operation, WRONG_PASSWORD, "password")
        raise InvalidInput(_("Not signed: the password is wrong."), [("password", _("The password is wrong."))])


def _require_proof(operation, data):
    found = problem_of(operation, data["identity_proof"])
    if found in DISHONEST:
        _count(operation, FORGED_PROOF, "identity_proof")
    if found:
        raise InvalidInput(_("Not signed: identity is not confirmed."), [("identity_proof", SENTENCES[found])])


def _count(operation, event, field):
    failures = note_failure(operation.context, actor(), event)
    require_unlocked(locking.locked_until(failures, clock.now()), field)


def require_unlocked(end, field="password"):
    """Refuse to sign until an aware time.

    Parameters:
        end: the time, or None.
        field: at which the refusal is shown.

    Raises:
        InvalidInput: when there is one.
    """
    if end is not None:
        words = {"time": f"{end.astimezone(clock.OFFICE_ZONE):%H:%M}"}
        if field == FIELDS[PASSWORD]:
            sentence = _("Too many wrong passwords: signing is locked until ${time}.", mapping=words)
        else:
            sentence = _("Identity was proven wrongly too often: signing is locked until ${time}.", mapping=words)
        raise InvalidInput(sentence, [(field, sentence)])


def use_up(operation, data):
    """Note that a proof has been used, in the transaction of the signature, and return how identity was confirmed.

    Two transactions that use the same proof at the same time conflict, and the second finds it used.

    Returns:
        What signature and trail say: ``confirmed_by`` and, where a provider was asked, ``identity_issuer``.
    """
    if given_way(data) == PASSWORD:
        return {"confirmed_by": PASSWORD}
    proof = read_proof(data["identity_proof"])
    getUtility(IUsedProofs).use(proof.nonce, target_of(operation), proofs.end_of(proof))
    return {"confirmed_by": PROVIDER, "identity_issuer": proof.issuer}
