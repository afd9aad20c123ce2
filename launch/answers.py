"""Asking the services whether they answer."""

import socket
import urllib.error
import urllib.request


#: Seconds that one question may take; the first page of a fresh process takes some.
PATIENCE = 30


def socket_answers(path):
    """Tell whether somebody listens on a unix socket."""
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def web_answers(address):
    """Tell whether a web address answers without an error of the server."""
    # Proxies of the machine are for other machines.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=PATIENCE) as answer:
            answer.read(1)
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
    return True
