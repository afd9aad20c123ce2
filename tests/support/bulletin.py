"""The bulletin's database beside that of a layer: made once in a run, and fresh for every test."""

from czest.qms.bulletin.making import APPLICATION
from czest.qms.bulletin.making import SITE_ID
from czest.qms.publication.databases import DATABASE
from czest.qms.publication.making import BulletinBeside
import pytest
import transaction
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage


_made = []


def opened_beside(main, storage):
    """Open the bulletin's database as a deployment does: committed together with the other, references forbidden."""
    main.xrefs = False
    return DB(storage, database_name=DATABASE, databases=main.databases, xrefs=False)


_ended = []


def end_beside(main, database):
    """Take the bulletin's database away; it is closed once the layer has closed its connections."""
    del main.databases[DATABASE]
    while _ended:
        _ended.pop().close()
    _ended.append(database)


def storage_with_site(layer):
    """Return the storage of a new bulletin, made by the real command at the first call."""
    if not _made:
        storage = DemoStorage(name="bip")
        opened_beside(layer["zodbDB"], storage)
        BulletinBeside().make(layer["app"]._p_jar)
        _made.append(storage)
        # The layer's connection is to get one to the test's own copy.
        layer["app"]._p_jar.connections.pop(DATABASE).close(primary=False)
        del layer["zodbDB"].databases[DATABASE]
    return _made[0]


class Bulletin:
    """The bulletin of a test, looked at on a connection of its own."""

    def __init__(self, database):
        self.database = database

    def look(self, question):
        """Return what ``question`` says of the bulletin's site as it is committed."""
        with self.database.transaction() as connection:
            return question(connection.root()[APPLICATION][SITE_ID])


def bulletin_beside(layer):
    """Yield the Bulletin of a layer."""
    storage = DemoStorage(name="bip", base=storage_with_site(layer))
    database = opened_beside(layer["zodbDB"], storage)
    yield Bulletin(database)
    transaction.abort()
    end_beside(layer["zodbDB"], database)


@pytest.fixture
def bulletin(functional):
    """The bulletin beside the functional layer."""
    yield from bulletin_beside(functional)
