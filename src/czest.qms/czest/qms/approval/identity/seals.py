"""Values that go through the browser and come back unchanged: sealed with the keys of the site (HMAC-SHA-256)."""

import hashlib
from itsdangerous import BadData
from itsdangerous import URLSafeSerializer
from plone.keyring.interfaces import IKeyManager
from zope.component import getUtility


#: What a seal is for; one made for one purpose fits no other.
DEPARTURE, RETURN, PROOF = "identity-departure", "identity-return", "identity-proof"

#: More characters than any value of ours has.
MOST = 16000


class BrokenSeal(ValueError):
    """The value was not sealed here, or was changed since."""


def serializer(purpose):
    """Return the serializer of a purpose; it seals with the newest key and opens with the older ones too."""
    keys = [key for key in reversed(list(getUtility(IKeyManager)["_system"])) if key]
    signing = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
    return URLSafeSerializer(keys, salt=f"czest.qms.{purpose}", signer_kwargs=signing)


def seal(purpose, value):
    """Return a plain value as sealed text, safe in an address and in a cookie."""
    return serializer(purpose).dumps(value)


def opened(purpose, text):
    """Return the plain value of a sealed text.

    Raises:
        BrokenSeal: when the text is not one of ours for this purpose.
    """
    if not isinstance(text, str) or len(text) > MOST or not text.isascii():
        raise BrokenSeal
    try:
        return serializer(purpose).loads(text)
    except BadData as error:
        raise BrokenSeal from error
