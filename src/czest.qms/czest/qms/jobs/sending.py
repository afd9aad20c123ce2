"""The job that sends what waits in the outbox: never twice, and never long enough to keep anybody waiting.

Each message is marked in a transaction that is committed before the mail server hears of it, and removed in another
one after the server has taken it. Whoever crashes between the two leaves it marked, and nobody sends it again.
"""

from collections import Counter
from czest.qms import _
from czest.qms import clock
from czest.qms.jobs import rules
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.mail_server import compose
from czest.qms.jobs.mail_server import MailServer
from czest.qms.jobs.mail_server import OutOfOrder
from czest.qms.jobs.mail_server import Refused
from czest.qms.jobs.mail_server import Settings
from czest.qms.jobs.mail_server import Uncertain
from czest.qms.jobs.tick import plain
from czest.qms.jobs.transactions import in_transaction
import logging
from plone.base.interfaces import IMailSchema
from plone.registry.interfaces import IRegistry
import time
from zope.component import getUtility
from zope.component import queryUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: Seconds to wait for each answer of the mail server.
TIMEOUT = 10
#: Seconds after which no further message is begun in a tick.
SECONDS = 20
#: Messages sent in a tick.
MOST = 50


class Delivery:
    """Sends once what waits in an outbox.

    Parameters:
        outbox: the Outbox; its connection belongs to the current transaction manager.
        settings: Settings of the mail server.
        timeout, seconds, most: the limits, see above.
    """

    def __init__(self, outbox, settings, timeout=TIMEOUT, seconds=SECONDS, most=MOST):
        self.outbox = outbox
        self.settings = settings
        self.timeout = timeout
        self.seconds = seconds
        self.most = most
        self.done = Counter()

    def run(self):
        """Send, and return ``Counter`` of ``sent``, ``refused``, ``failed`` and ``unknown``.

        Raises:
            OutOfOrder: the mail server is; it is left alone for a while.
        """
        keys = in_transaction(lambda: self.outbox.ready(self.most))
        if not keys:
            return self.done
        until = time.monotonic() + self.seconds
        try:
            with MailServer(self.settings, self.timeout, self.seconds + self.timeout) as server:
                for key in keys:
                    if time.monotonic() >= until:
                        break
                    self._send(server, key)
        except (OutOfOrder, Uncertain) as error:
            in_transaction(self.outbox.close)
            raise OutOfOrder(str(error)) from error
        return self.done

    def _send(self, server, key):
        letter = in_transaction(lambda: self.outbox.mark(key))
        if letter is None:
            return
        try:
            data = compose(letter, self.settings, clock.now())
        except ValueError as error:
            self._note("failed", key, error, self.outbox.give_up)
            return
        try:
            server.deliver(letter.to, data)
        except Refused as error:
            given_up = in_transaction(lambda reason=str(error): self.outbox.refused(key, reason))
            self.done["failed" if given_up else "refused"] += 1
            logger.warning("Message %s was refused: %s", key, error)
        except OutOfOrder:
            in_transaction(lambda: self.outbox.not_sent(key))
            raise
        except Uncertain as error:
            self._note("unknown", key, error, self.outbox.uncertain)
            raise
        else:
            in_transaction(lambda: self.outbox.sent(key))
            self.done["sent"] += 1

    def _note(self, what, key, error, change):
        in_transaction(lambda: change(key, str(error)))
        self.done[what] += 1
        logger.warning("Message %s is %s: %s", key, what, error)


def mail_settings():
    """Return the Settings that the administrator gave to Plone."""
    mail = getUtility(IRegistry).forInterface(IMailSchema, prefix="plone", check=False)
    return Settings(
        host=mail.smtp_host,
        port=mail.smtp_port or 25,
        user=mail.smtp_userid,
        password=mail.smtp_pass,
        address=mail.email_from_address,
        name=mail.email_from_name,
    )


def tidy(outbox):
    """Prune and settle an outbox; return ``[(key, new state)]`` of what time has overtaken."""
    outbox.prune()
    return outbox.settle()


@implementer(IJob, IOwnTransactions)
class SendMail:
    """Sends the messages of the site; after everything else, so that a slow mail server delays nothing.

    Parameters:
        timeout, seconds: limits of one tick, see above.
    """

    order = 100

    def __init__(self, timeout=TIMEOUT, seconds=SECONDS):
        self.limits = (timeout, seconds)
        self.told = None

    def run(self):
        outbox = queryUtility(IOutbox)
        if outbox is None:
            return None
        done = Counter()
        for key, state in in_transaction(lambda: tidy(outbox)):
            done[state] += 1
            logger.warning("Message %s is %s and is not sent again.", key, state)
        settings, counts = in_transaction(lambda: (mail_settings(), outbox.counts()))
        if not settings.is_complete:
            return self._news(_incomplete(counts[rules.WAITING])) or sentence_of(done)
        delivery = Delivery(outbox, settings, *self.limits)
        try:
            delivery.run()
        except OutOfOrder as error:
            news = self._news(
                _("The mail server ${host} is out of order; the messages wait.", mapping={"host": settings.host})
            )
            if news is not None:
                logger.warning("The mail server %s is out of order: %s", settings.host, error)
            return news or sentence_of(done + delivery.done)
        if delivery.done or not counts[rules.WAITING]:
            self.told = None
        return sentence_of(done + delivery.done)

    def _news(self, hindrance):
        """Return the sentence of what keeps messages waiting, None where it is the one told last: a log is no clock."""
        text = hindrance and plain(hindrance)
        known, self.told = self.told, text
        return None if text == known else hindrance


def _incomplete(waiting):
    return _("Messages wait: the mail server or the address of the sender is not set.") if waiting else None


def sentence_of(done):
    """Return what was done with messages as a sentence, or None for nothing."""
    if not done.total():
        return None
    return _(
        "Messages: ${sent} sent, ${refused} refused for now, ${failed} given up, ${unknown} of unknown fate.",
        mapping={name: done[name] for name in ("sent", "refused", "failed", "unknown")},
    )
