"""Messages that were not sent, or perhaps were: who looks after them, and what he may decide, with a reason (trail)."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs import outbox
from czest.qms.jobs import rules
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.jobs.mail_server import NO_ADDRESS
from czest.qms.operations.base import actor
from czest.qms.operations.errors import NotPermitted
from czest.qms.organisation.interfaces import IDirectory
from plone import api
from zope.component import getUtility
from zope.component import queryUtility


PERMISSION = "czest.qms: Manage messages"
#: Key and label of the chain; messages have no UID.
CHAIN = "messages"

#: Operations in the trail.
SEND_AGAIN, SET_ASIDE = "send-message-again", "set-message-aside"

#: Why a message was left unsent, where no mail server said so.
REASONS = {
    outbox.CRASHED: _("the program was interrupted while it was sending"),
    outbox.OVERTAKEN: _("it waited for seven days, and was news no more"),
    NO_ADDRESS: _("the address is not one that a mail server takes"),
}
#: State → what became of a message.
STATES = {rules.FAILED: _("Not sent"), rules.UNKNOWN: _("Perhaps sent")}


def may_manage_messages():
    """Tell whether the person signed in looks after messages."""
    return bool(getSecurityManager().checkPermission(PERMISSION, api.portal.get()))


def count_of_unsent():
    """Return how many messages were not sent, or perhaps were."""
    kept = queryUtility(IOutbox)
    return 0 if kept is None else kept.count_unsent()


def unsent_messages():
    """Return them as ``jobs.outbox.Unsent``, the latest first."""
    kept = queryUtility(IOutbox)
    return [] if kept is None else kept.unsent()


def unsent_named(message_id):
    """Return the one with an id, or None."""
    return next((message for message in unsent_messages() if message.id == message_id), None)


def subject_of(message):
    """Return the subject, None where the person signed in may not see what the message is about: it says a title."""
    about = message.letter.about
    if about and not api.portal.get_tool("portal_catalog")(UID=about):
        return None
    return message.letter.subject or None


def send_again(message, reason):
    """Let a message be sent as if it were new, and trace it.

    Raises:
        NotPermitted: the person signed in does not look after messages.
        KeyError: somebody else has decided, or the text was not kept.
    """
    _require_permitted()
    getUtility(IOutbox).send_again(message.letter.key)
    _trace(SEND_AGAIN, message, reason)


def set_aside(message, reason):
    """Throw a message away, and trace it.

    Raises:
        NotPermitted: the person signed in does not look after messages.
        KeyError: somebody else has decided.
    """
    _require_permitted()
    getUtility(IOutbox).set_aside(message.letter.key)
    _trace(SET_ASIDE, message, reason)


def _require_permitted():
    if not may_manage_messages():
        raise NotPermitted(_("This operation belongs to somebody else."))


def _trace(operation, message, reason):
    login = actor()
    details = {
        "post": getUtility(IDirectory).post_title(login),
        "key": message.letter.key,
        "recipient": message.letter.recipient,
        "state": message.state,
        "cause": message.reason,
    }
    about = message.letter.about or None
    getUtility(ITrail).append(
        CHAIN, label=CHAIN, operation=operation, actor=login, object_uid=about, reason=reason, details=details
    )
