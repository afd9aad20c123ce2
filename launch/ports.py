"""Ports of this machine."""

from launch.failure import Failure
import socket
from typing import NamedTuple


HOST = "127.0.0.1"

#: Environment variables that choose a port, and the ports chosen where they say nothing.
INTRANET_VARIABLE, INTRANET_PORT = "QMS_PORT", 8080
BULLETIN_VARIABLE, BULLETIN_PORT = "BIP_PORT", 8081


class Ports(NamedTuple):
    """Numbers of the ports on which the two sites answer."""

    intranet: int
    bulletin: int


def read_ports(environ):
    """Return the ports named in the environment.

    Raises:
        Failure: when one is no port number, or both are the same.
    """
    ports = Ports(
        read_port(environ, INTRANET_VARIABLE, INTRANET_PORT), read_port(environ, BULLETIN_VARIABLE, BULLETIN_PORT)
    )
    if ports.intranet == ports.bulletin:
        raise Failure(f"{INTRANET_VARIABLE} and {BULLETIN_VARIABLE} must name different ports, not {ports.intranet}.")
    return ports


def require_both_free(ports):
    """Check that nobody listens on the ports.

    Raises:
        Failure: when one is taken or forbidden.
    """
    require_free(ports.intranet, INTRANET_VARIABLE)
    require_free(ports.bulletin, BULLETIN_VARIABLE)


def read_port(environ, name, default):
    """Return the port named in an environment variable.

    Raises:
        Failure: when it is no port number.
    """
    text = environ.get(name, "").strip() or str(default)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise Failure(f"{name} must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def require_free(port, name):
    """Check that nobody listens on a port.

    Parameters:
        port: number of the port.
        name: environment variable by which another one is chosen.

    Raises:
        Failure: when the port is taken or forbidden.
    """
    with socket.socket() as attempt:
        # Without this, a port that was in use a moment ago would still look busy.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except PermissionError:
            raise Failure(f"Port {port} is for the administrator only: choose another, {name}=8090.") from None
        except OSError:
            message = "Port {0} is busy: stop what uses it, or choose another, for example {1}={2} make start."
            raise Failure(message.format(port, name, port + 10 if port <= 65525 else 8090)) from None
