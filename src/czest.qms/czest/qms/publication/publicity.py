"""Public addresses, as people outside open them."""

from czest.qms.bulletin.making import SITE_ID
from czest.qms.publication.settings import setting
import os


#: Where ``make start`` serves the bulletin, unless the office has said where people find it.
PORT_VARIABLE, PORT = "BIP_PORT", "8081"


def public_address(path=""):
    """Return the whole public address of something below the bulletin's site."""
    site = (setting("public_address") or "").rstrip("/")
    if not site:
        site = f"http://127.0.0.1:{os.environ.get(PORT_VARIABLE, PORT)}/{SITE_ID}"
    return f"{site}/{path}" if path else site
