"""Taking outdated copies away from the server before the bulletin, so that what was withdrawn is seen nowhere.

What has changed is noted in the transaction of the change; the worker tells the server after the commit, as often as
it needs to be told. Where the server is, is said by the configuration of the process and by no database, so a restored
copy of the office's data reaches nobody else's server.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import CHANGES
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import REGISTER
from czest.qms.bulletin.reading import ENTRY
from czest.qms.bulletin.reading import found
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.sections import SECTIONS
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.publication.databases import is_configured
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.rules.copies import addresses_of
from czest.qms.publication.rules.copies import is_due
from czest.qms.publication.rules.copies import Outdated
from dataclasses import replace
import http.client
import logging
import os
from plone import api
from urllib.parse import urlsplit
from zope.component import queryUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: Environment variable with the addresses, divided by spaces, at which the servers before the bulletin take copies
#: away, such as ``http://127.0.0.1:8082`` (see profiles/nginx-bulletin.conf). Empty where there is none.
ADDRESS_VARIABLE = "QMS_PURGE_ADDRESS"

#: Seconds to wait for each answer of a server.
TIMEOUT = 5

#: Statuses of a server that had the copy, and that had none.
DONE = (200, 404, 412)


class OutOfReach(Exception):
    """A server does not take copies away; the text says which and why."""


def note_outdated(ledger, path, snapshot=None):
    """Note in the current transaction that copies of something are no longer true.

    Parameters:
        ledger: the ledger.
        path: of the entry or page below the bulletin's site.
        snapshot: of an entry, as plain values: what it was until now, with the files that it had.
    """
    files = tuple(each["name"] for each in (snapshot or {}).get("files", ()))
    ledger.note_outdated(Outdated(path, files))


def servers():
    """Return the addresses of the servers to be told."""
    return os.environ.get(ADDRESS_VARIABLE, "").split()


@implementer(IJob, IOwnTransactions)
class PurgeCopies:
    """Tells the servers before the bulletin what is outdated; what they were not told waits for the next tick."""

    #: After the job that publishes and withdraws by time.
    order = 40

    def __init__(self):
        self.out_of_reach = False

    def run(self):
        ledger = queryUtility(IPublicationLedger)
        if ledger is None or not is_configured(api.portal.get()._p_jar):
            return None
        due, addresses = in_transaction(lambda: waiting(ledger))
        if not due:
            return None
        try:
            for server in servers():
                purge(server, addresses)
        except OutOfReach as error:
            return self._trouble(error)
        self.out_of_reach = False
        in_transaction(lambda: settle(ledger, due))
        if not servers():
            return None
        return _("Copies of ${count} public addresses were taken away.", mapping={"count": len(addresses)})

    def _trouble(self, error):
        """Return the sentence of the trouble once: it is met again at every tick."""
        known, self.out_of_reach = self.out_of_reach, True
        if known:
            return None
        logger.warning("Outdated copies could not be taken away: %s", error)
        return _("Outdated copies of the bulletin wait: the server before it cannot be reached.")


def waiting(ledger):
    """Return what is due, ``{number: Outdated}``, and all addresses that it concerns."""
    due = {number: each for number, each in ledger.outdated().items() if is_due(each, clock.now())}
    if not due or not servers():
        return due, []
    with opened_bulletin(api.portal.get()) as site:
        entries = {subject.getId(): list(subject.objectIds()) for subject in site[DOCUMENTS].objectValues()}
        lists = lists_of(site)
    addresses = [address for each in due.values() for address in addresses_of(each, entries, lists)]
    return due, list(dict.fromkeys(addresses))


def lists_of(site):
    """Return the lists of the bulletin that come in parts, ``{address: rows}``; no list has more than all entries."""
    at, entries = Addresses(""), len(found(site, portal_type=ENTRY))
    sections = {at.section(section.id): entries for section in SECTIONS}
    return {at.named(REGISTER): entries, at.named(CHANGES): len(register_of(site)), **sections}


def settle(ledger, due):
    """Note that the servers were told: the first time it is kept for a second one, then it is forgotten."""
    for number, each in due.items():
        again = not each.purged_at and servers()
        ledger.settle_outdated(number, replace(each, purged_at=clock.now().isoformat()) if again else None)


def purge(server, addresses):
    """Have a server take the copies of addresses away.

    Parameters:
        server: such as ``http://127.0.0.1:8082``.
        addresses: from the root of the public site, such as ``/dokumenty/PS-01``.

    Raises:
        OutOfReach: when it does not.
    """
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=TIMEOUT)
    try:
        for address in addresses:
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in DONE:
                raise OutOfReach(f"{server} answers {answer.status}.")
    except (OSError, http.client.HTTPException) as error:
        raise OutOfReach(f"{server}: {error}") from error
    finally:
        connection.close()
