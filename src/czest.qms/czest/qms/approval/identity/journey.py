"""What is kept in the browser while a person is at the identity provider: sealed cookies, nothing in the database."""

from czest.qms.approval.identity.seals import BrokenSeal
from czest.qms.approval.identity.seals import DEPARTURE
from czest.qms.approval.identity.seals import opened
from czest.qms.approval.identity.seals import RETURN
from czest.qms.approval.identity.seals import seal
from dataclasses import asdict
from dataclasses import dataclass
import hmac
from plone import api
import re
from urllib.parse import urlsplit


#: Seconds within which the person must be back, and for which the cookie of the way back is kept.
LONGEST, RETURNED_FOR = 600, 300
#: Characters of the state that name the cookie, so that two windows do not disturb each other.
REFERENCE = re.compile(r"[A-Za-z0-9]{12}")
#: Most characters of a cookie that every browser keeps, and of that of a departure: what comes back has a proof besides.
MOST, MOST_OF_DEPARTURE = 3800, 2800
COOKIE = "qms_identity_{}"
#: In the address of a form: the reference of the cookie that belongs to it.
QUERY = "identity"


@dataclass(frozen=True)
class Departure:
    """A question to the identity provider that is on its way.

    Parameters:
        user: id of the person.
        state, nonce, verifier: random texts of the question.
        departed: seconds since 1970.
        targets: names of what is to be signed, from ``rules.proofs.target``.
        address: of the form to which the person returns, without the reference.
        typed: what stood in the form, raw, by name.
    """

    user: str
    state: str
    nonce: str
    verifier: str
    departed: float
    targets: list
    address: str
    typed: dict


class TooLong(Exception):
    """What was typed does not fit into a cookie."""


def reference_of(state):
    """Return the characters of a state that name its cookie."""
    return state[:12]


def depart(request, departure):
    """Give the browser the cookie of a departure.

    Raises:
        TooLong: when it does not fit.
    """
    text = seal(DEPARTURE, asdict(departure))
    if len(text) > MOST_OF_DEPARTURE:
        raise TooLong
    put(request, reference_of(departure.state), text, LONGEST)


def departure_of(request, now):
    """Return the ``Departure`` to which the answer in a request belongs, or None.

    Parameters:
        now: seconds since 1970.
    """
    state = request.form.get("state")
    values = read(request, state[:12], DEPARTURE) if isinstance(state, str) else None
    if values is None:
        return None
    departure = Departure(**values)
    is_same = hmac.compare_digest(departure.state.encode(), state.encode())
    mine = departure.user == api.user.get_current().getId()
    return departure if is_same and mine and now - departure.departed <= LONGEST else None


def come_back(request, departure, proof):
    """Put what the form needs in place of the departure and return the address of the form.

    Parameters:
        proof: sealed proof, or None where identity was not confirmed.
    """
    reference = reference_of(departure.state)
    values = {"user": departure.user, "proof": proof, "typed": departure.typed}
    put(request, reference, seal(RETURN, values), RETURNED_FOR)
    return f"{departure.address}{'&' if '?' in departure.address else '?'}{QUERY}={reference}"


def returned(request):
    """Return ``proof`` and ``typed`` of the person who has come back to a form, as a dict; both empty otherwise."""
    reference = request.form.get(QUERY)
    values = read(request, reference, RETURN) if isinstance(reference, str) else None
    if values is None or values["user"] != api.user.get_current().getId():
        return {"proof": None, "typed": {}}
    return values


def put(request, reference, text, seconds):
    """Set a cookie that scripts cannot read and other sites cannot send along with a form."""
    if len(text) > MOST:
        raise TooLong
    request.response.setCookie(
        COOKIE.format(reference),
        text,
        path=urlsplit(api.portal.get().absolute_url()).path or "/",
        max_age=seconds,
        http_only=True,
        same_site="Lax",
        secure=request["SERVER_URL"].startswith("https:"),
    )


def read(request, reference, purpose):
    """Return the value of a cookie sealed for a purpose, or None."""
    if not REFERENCE.fullmatch(reference):
        return None
    try:
        return opened(purpose, request.cookies.get(COOKIE.format(reference)))
    except BrokenSeal:
        return None
