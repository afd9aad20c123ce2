"""The password asked again before a signature (21 CFR 11.200 as a model), and locking after failures.

The password is neither kept nor logged.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.OOBTree import OOBTree
import contextlib
from czest.qms import clock
from czest.qms.approval.interfaces import IWrongPasswords
from czest.qms.approval.rules import locking
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.jobs.transactions import FIRST_PAUSE
from czest.qms.operations.interfaces import ITrailSubject
import logging
from persistent import Persistent
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
import time
import transaction
from transaction.interfaces import TransientError
from zope.component import getUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

ATTEMPTS = 5
#: Errors of one plugin that PAS lets pass, so that the next one is asked.
FORGIVEN = (AttributeError, KeyError, NameError, TypeError, ValueError)
#: What the trail calls it; not an operation, since nothing was done.
WRONG_PASSWORD, FORGED_PROOF, LOCKED = "wrong-password", "forged-proof", "signing-locked"


@implementer(IWrongPasswords)
class WrongPasswords(Persistent):
    """See IWrongPasswords."""

    def __init__(self):
        self._failures = OOBTree()

    def failures(self, login):
        return self._failures.get(login)

    def note(self, login):
        failures = self._failures[login] = locking.noted(self._failures.get(login), clock.now())
        return failures

    def forget(self, login):
        if login in self._failures:
            del self._failures[login]


def is_password_of_current_user(password):
    """Tell whether this is the password of the person who is acting, in the user folder that he signed in to.

    The plugins are asked themselves: for the answer alone, the user folder would look up his groups and roles again.
    """
    user = getSecurityManager().getUser()
    credentials = {"login": user.getUserName(), "password": password}
    for name, plugin in aq_parent(aq_inner(user)).plugins.listPlugins(IAuthenticationPlugin):
        try:
            found = plugin.authenticateCredentials(credentials)
        except FORGIVEN as error:
            # Only its kind: the words of an error may repeat what the person typed.
            logger.warning("The plugin %s could not check a password: %s", name, type(error).__name__)
            continue
        if found is not None:
            return found[0] == user.getId()
    return False


def locked_until(login):
    """Return the aware time until which a person may not sign, or None."""
    return locking.locked_until(getUtility(IWrongPasswords).failures(login), clock.now())


def forget_wrong_passwords(login):
    """Begin to count anew, after a right password."""
    getUtility(IWrongPasswords).forget(login)


def note_failure(edition, login, event=WRONG_PASSWORD):
    """Count a failure to confirm identity and trace it, at once and for all processes, whatever the request becomes.

    Parameters:
        edition: what was to be signed.
        login: who was to sign.
        event: what the trail calls it: ``WRONG_PASSWORD`` or ``FORGED_PROOF``.

    Returns:
        The ``Failures`` of the person, this one counted.
    """
    key, subject = ITrailKey(edition).trail_uid, ITrailSubject(edition)
    label, number, uid = subject.label, subject.edition, api.content.get_uuid(edition)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with committed(getUtility(IWrongPasswords), getUtility(ITrail)) as (wrong_passwords, trail):
                failures = wrong_passwords.note(login)
                trail.append(
                    key,
                    label=label,
                    operation=LOCKED if failures.count >= locking.LIMIT else event,
                    actor=login,
                    object_uid=uid,
                    edition=number,
                    details={"count": failures.count},
                )
            return failures
        except TransientError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(FIRST_PAUSE * attempt)


@contextlib.contextmanager
def committed(*utilities):
    """Yield the same persistent objects in a connection of their own, which is committed at the end."""
    manager = transaction.TransactionManager()
    connection = utilities[0]._p_jar.db().open(manager)
    try:
        manager.begin()
        yield [connection.get(utility._p_oid) for utility in utilities]
        manager.commit()
    finally:
        manager.abort()
        connection.close()
