"""Intents: noted in a transaction of their own before the bulletin is written, and forgotten once all is done."""

import contextlib
from czest.qms.publication.interfaces import IPublicationLedger
import logging
import transaction
from transaction.interfaces import TransientError
from ZODB.utils import z64
from zope.component import getUtility


logger = logging.getLogger(__name__)


def announce(case, intent):
    """Note what is about to happen to a case, whatever becomes of this transaction; forget it after the commit."""
    ledger = getUtility(IPublicationLedger)
    if ledger._p_serial == z64:
        # A site that is being made in this very transaction has nothing that could differ from it afterwards.
        return
    database, place = ledger._p_jar.db(), ledger._p_oid
    with _committed(database, place) as stored:
        stored.intents[case.id] = intent
    transaction.get().addAfterCommitHook(_forget, (database, place, case.id))


def _forget(succeeded, database, place, number):
    """Forget an intent that was carried out; after a failed commit nobody knows how far it came: that is settled later."""
    if not succeeded:
        return
    try:
        with _committed(database, place) as stored:
            stored.intents.pop(number, None)
    except TransientError:
        logger.info("The intent of publication %s is left for the next reconciliation.", number)


@contextlib.contextmanager
def _committed(database, place):
    manager = transaction.TransactionManager()
    connection = database.open(manager)
    try:
        manager.begin()
        yield connection.get(place)
        manager.commit()
    finally:
        manager.abort()
        connection.close()
