"""Whether an ID token proves that the person who is to sign has just given his password to the identity provider.

OpenID Connect Core 1.0, section 3.1.3.7; the signature of the token has been checked before.
"""

from authlib.oidc.core import CodeIDToken
from dataclasses import dataclass
import datetime
from joserfc.errors import JoseError


#: How long ago the password may have been given to the provider.
FRESH = datetime.timedelta(minutes=2)
#: By how much the clocks of the provider and of this system may differ.
SKEW = datetime.timedelta(minutes=1)

#: Codes of what is wrong.
NOT_TRUSTED, NOT_FRESH, OTHER_PERSON = "not_trusted", "not_fresh", "other_person"


@dataclass(frozen=True)
class Expected:
    """What the provider was asked.

    Parameters:
        issuer: address of the provider.
        client_id: id under which the provider knows this system.
        nonce: random text sent with the question.
        login: login of the person who is to sign.
        login_claim: name of the claim that holds the login.
        departed: aware time at which the person was led to the provider.
    """

    issuer: str
    client_id: str
    nonce: str
    login: str
    login_claim: str
    departed: datetime.datetime


def problem(claims, header, expected, now, access_token=None):
    """Return the code of what is wrong with the claims of an ID token, or None.

    Parameters:
        claims: dict of the claims.
        header: dict of the header of the token.
        expected: an ``Expected``.
        now: aware time.
        access_token: the token given beside it, which ``at_hash`` must fit; None where there is none.
    """
    if not is_meant_for_us(claims, header, expected, now, access_token):
        return NOT_TRUSTED
    if not is_fresh(claims.get("auth_time"), expected.departed, now):
        return NOT_FRESH
    return None if is_person(claims, expected) else OTHER_PERSON


def is_meant_for_us(claims, header, expected, now, access_token):
    """Tell whether issuer, audience, times, nonce and ``at_hash`` are those of an answer to our question."""
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
    }
    params = {"nonce": expected.nonce, "client_id": expected.client_id, "access_token": access_token}
    token = CodeIDToken(claims, header, options, params)
    try:
        token.validate(now=int(now.timestamp()), leeway=int(SKEW.total_seconds()))
    except (JoseError, ValueError, TypeError, AttributeError, LookupError, OverflowError):
        # A claim of another kind than the standard says makes the library stumble: such a token is no proof.
        return False
    # An issuer in a list, or a text like it, is let in by some versions of the library.
    return claims["iss"] == expected.issuer and expected.client_id in audience(claims["aud"])


def audience(value):
    """Return the audience of a token as a list."""
    return value if isinstance(value, list) else [value]


def is_fresh(auth_time, departed, now):
    """Tell whether the password was given after the question and just now.

    Parameters:
        auth_time: value of the claim: seconds since 1970; anything else is not fresh.
        departed: aware time of the question.
        now: aware time.
    """
    if isinstance(auth_time, bool) or not isinstance(auth_time, int | float):
        return False
    earliest = max(departed - SKEW, now - FRESH - SKEW)
    return earliest.timestamp() <= auth_time <= (now + SKEW).timestamp()


def is_person(claims, expected):
    """Tell whether the claim is the login, letter for letter."""
    claimed = claims.get(expected.login_claim)
    return isinstance(claimed, str) and bool(claimed) and claimed == expected.login
