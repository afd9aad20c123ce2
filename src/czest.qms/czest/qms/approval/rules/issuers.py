"""Which addresses an identity provider may have: encrypted, or on this machine."""

from urllib.parse import urlsplit


#: Names of this machine, where nothing goes over a network.
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_safe(address):
    """Tell whether an address is encrypted, or leads to this machine."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except (ValueError, TypeError, AttributeError):
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))


def is_issuer(address):
    """Tell whether an address may name an issuer: safe, without query and fragment (Discovery 1.0, section 3)."""
    return isinstance(address, str) and is_safe(address) and not any(mark in address for mark in "?# \t\r\n@")


def discovery_address(issuer):
    """Return where an issuer describes itself (Discovery 1.0, section 4)."""
    return issuer.rstrip("/") + "/.well-known/openid-configuration"
