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
    _note(getUtility(IPublicationLedger), case.id, intent)


def announce_page(page_id, intent):
    """Note what is about to happen to a page of the bulletin's own; else as :func:`announce`."""
    _note(getUtility(IPublicationLedger).pages, page_id, intent)


def _note(keeper, key, intent):
    keeper._p_activate()
    if keeper._p_serial == z64:
        # A site that is being made in this very transaction has nothing that could differ from it afterwards.
        return
    database, place = keeper._p_jar.db(), keeper._p_oid
    with _committed(database, place) as stored:
        stored.intents[key] = intent
    transaction.get().addAfterCommitHook(_forget, (database, place, key))


def _forget(succeeded, database, place, key):
    """Forget an intent that was carried out; after a failed commit nobody knows how far it came: that is settled later."""
    if not succeeded:
        return
    try:
        with _committed(database, place) as stored:
            stored.intents.pop(key, None)
    except TransientError:
        logger.info("The intent of publication %s is left for the next reconciliation.", key)


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
