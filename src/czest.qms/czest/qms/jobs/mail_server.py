"""Giving messages to a mail server (SMTP), and knowing for each whether it was taken."""

import contextlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
import hashlib
import re
import smtplib
import socket
import threading
from typing import NamedTuple


#: Port on which the connection is encrypted from its beginning.
ENCRYPTED_PORT = 465
#: Why a message cannot be given to any mail server.
NO_ADDRESS = "not an address"
READY, TAKEN, FORWARDED, SEND_NOW, CLOSING = 220, 250, 251, 354, 421


class NotSent(Exception):
    """The mail server was not given the message, or refused it."""


class Refused(NotSent):
    """The mail server answers, but does not take this message."""


class OutOfOrder(NotSent):
    """The mail server is not there, does not answer, or lets us do nothing."""


class Uncertain(Exception):
    """The whole message was given, but no answer came: it may have been taken."""


class Settings(NamedTuple):
    """The mail server of the office and the sender.

    Parameters:
        host, port: of the mail server.
        user, password: for it; None where it asks for none.
        address, name: of the sender.
    """

    host: str | None
    port: int
    user: str | None
    password: str | None
    address: str | None
    name: str | None

    @property
    def is_complete(self):
        """Whether anything can be sent."""
        return bool(self.host) and is_address(self.address or "")


def is_address(text):
    """Tell whether a mail server can be given an address."""
    return text.isascii() and re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", text) is not None


def compose(letter, settings, moment):
    """Return a letter as the bytes that are sent.

    The id of the message follows from its key.

    Raises:
        ValueError: an address is none.
    """
    if not is_address(letter.to):
        raise ValueError(NO_ADDRESS)
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(" ".join((settings.name or "").split()), *settings.address.split("@"))
    message["To"] = Address("", *letter.to.split("@"))
    # A line break would begin another header.
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(moment)
    domain = settings.address.rpartition("@")[2]
    message["Message-ID"] = f"<{hashlib.sha256(letter.key.encode()).hexdigest()[:40]}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message.as_bytes()


class MailServer:
    """A connection with a mail server, for use in a ``with`` block.

    Parameters:
        settings: the Settings.
        timeout: seconds to wait for each answer.
        limit: seconds after which the connection is cut whatever happens: a server may answer a letter a second.

    Raises:
        OutOfOrder: on entering.
    """

    def __init__(self, settings, timeout, limit):
        self.settings = settings
        self.limit = threading.Timer(limit, self._cut)
        self.limit.daemon = True
        kind = smtplib.SMTP_SSL if settings.port == ENCRYPTED_PORT else smtplib.SMTP
        self.client = kind(timeout=timeout, local_hostname=socket.gethostname())

    def __enter__(self):
        self.limit.start()
        try:
            self._begin()
        except OSError as error:
            self._end()
            raise OutOfOrder(str(error)) from error
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            with contextlib.suppress(OSError):
                self.client.quit()
        self._end()

    def _begin(self):
        # Where smtplib looks for the name to ask an encrypted server for.
        self.client._host = self.settings.host
        code, answer = self.client.connect(self.settings.host, self.settings.port)
        if code != READY:
            raise smtplib.SMTPConnectError(code, answer)
        self.client.ehlo_or_helo_if_needed()
        if self.client.has_extn("starttls"):
            self.client.starttls()
            self.client.ehlo_or_helo_if_needed()
        if self.settings.user:
            self.client.login(self.settings.user, self.settings.password or "")

    def _end(self):
        self.limit.cancel()
        self.client.close()

    def _cut(self):
        with contextlib.suppress(OSError, AttributeError):
            self.client.sock.shutdown(socket.SHUT_RDWR)

    def deliver(self, to, data):
        """Give a message to the server.

        Raises:
            Refused: it was not taken.
            OutOfOrder: it was not given, and none can be now.
            Uncertain: it was given, but not confirmed.
        """
        try:
            self._expect(TAKEN, *self.client.mail(self.settings.address))
            code, answer = self.client.rcpt(to)
            self._expect(TAKEN, TAKEN if code == FORWARDED else code, answer)
            self._expect(SEND_NOW, *self.client.docmd("DATA"))
        except OSError as error:
            raise OutOfOrder(str(error)) from error
        try:
            self.client.send(re.sub(rb"(?m)^\.", b"..", data) + b".\r\n")
            code, answer = self.client.getreply()
        except OSError as error:
            raise Uncertain(str(error)) from error
        self._expect(TAKEN, code, answer)

    def _expect(self, expected, code, answer):
        if code == expected:
            return
        reason = f"{code} {answer.decode('utf-8', 'replace')}"
        if code == CLOSING:
            raise OutOfOrder(reason)
        with contextlib.suppress(OSError):
            self.client.rset()
        raise Refused(reason)
