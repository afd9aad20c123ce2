"""The same proof of identity sent twice at the same moment signs once."""

from czest.qms import clock
from czest.qms.approval.identity.confirming import sealed_proof
from czest.qms.approval.identity.confirming import target_of
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
import datetime
from functools import partial
from plone import api
import pytest
from support.filestorage import move_to_file_storage
import transaction
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.globalrequest import getRequest


@pytest.fixture
def portal(functional, tmp_path, retries):
    folder = tmp_path / "filestorage"
    folder.mkdir()
    move_to_file_storage(functional, folder)
    return functional["portal"]


@pytest.fixture
def edition(office):
    for name, value in {"issuer": "https://login.urzad.example", "used_for_signing": True}.items():
        api.portal.set_registry_record(f"{PREFIX}.{name}", value)
    edition = office.submitted(office.register(), reviewers=["radca", "sprawdzajacy"])
    transaction.commit()
    return edition


def test_of_two_requests_with_one_proof_one_signs(client, edition, at_once):
    proof = sealed_proof("radca", "n1", [target_of(operation_named(edition, getRequest(), "review"))])
    ask = partial(client("radca").operate, edition.absolute_url(), "review", identity_proof=proof)
    answers = at_once([ask] * 4)
    winner, *losers = sorted(answer.status_code for answer in answers)
    assert winner == 200
    assert set(losers) <= {400, 409}
    transaction.begin()
    assert [signature["login"] for signature in edition.signatures] == ["radca"]
    assert [entry.operation for entry in getUtility(ITrail).entries(edition.document.UID())].count("review") == 1


@pytest.fixture
def two_connections(portal, office):
    """The store of used proofs as two requests see it at the same moment, each with its transaction."""
    used, database = getUtility(IUsedProofs), portal._p_jar.db()
    opened = []
    for _time in range(2):
        manager = transaction.TransactionManager()
        connection = database.open(manager)
        manager.begin()
        opened.append((connection.get(used._p_oid), manager, connection))
    yield [(store, manager) for store, manager, _connection in opened]
    for _store, manager, connection in opened:
        manager.abort()
        connection.close()


def use(store, nonce):
    assert not store.is_used(nonce, "t")
    store.use(nonce, "t", clock.now() + datetime.timedelta(minutes=5))


def test_the_second_to_use_a_proof_conflicts_and_then_finds_it_used(two_connections):
    (first, one), (second, other) = two_connections
    use(first, "n1")
    use(second, "n1")
    one.commit()
    with pytest.raises(ConflictError):
        other.commit()
    other.abort()
    other.begin()
    assert second.is_used("n1", "t")


def test_proofs_of_different_people_stand_in_nobodys_way(two_connections):
    (first, one), (second, other) = two_connections
    use(first, "n0")
    one.commit()
    for store, manager, nonce in ((first, one, "n1"), (second, other, "n2")):
        manager.abort()
        manager.begin()
        use(store, nonce)
    one.commit()
    other.commit()
    one.begin()
    assert all(first.is_used(nonce, "t") for nonce in ("n0", "n1", "n2"))
