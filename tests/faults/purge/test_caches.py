"""Every process clears its caches after a purge, wherever that was made."""

import contextlib
from czest.qms.purging.caches import CacheKeeper
from czest.qms.purging.record import made_record_of
import pytest
from support.database_server import start_server
from support.database_server import wait_for
import transaction
from ZEO.ClientStorage import ClientStorage
from ZODB import DB


WORD = b"zwqxkanarek"


def client(folder):
    return DB(ClientStorage(str(folder / "socket"), wait_timeout=1, max_disconnect_poll=1))


@pytest.fixture
def server(socket_folder):
    server = start_server(socket_folder)
    yield server
    server.kill()
    server.wait()


@pytest.fixture
def writer(server, socket_folder):
    with contextlib.closing(client(socket_folder)) as database:
        yield database


@pytest.fixture
def reader(server, socket_folder):
    with contextlib.closing(client(socket_folder)) as database:
        yield database


def write(database, value):
    with database.transaction() as connection:
        connection.root()["word"] = value


def read(database):
    connection = database.open(transaction.TransactionManager())
    try:
        return connection.root().get("word")
    finally:
        connection.close()


def purge(database):
    with database.transaction() as connection:
        record = made_record_of(connection)
        record.finish(record.begin())


def kept(database):
    """Return all that a client keeps in its file."""
    file = database.storage._cache.f
    file.flush()
    file.seek(0)
    return file.read()


def wait_until_known(database, value):
    """Wait until the server has told a client of what another one wrote."""
    wait_for(lambda: read(database) == value)


def test_a_purge_made_elsewhere_clears_the_caches(writer, reader):
    keeper = CacheKeeper(reader)
    write(writer, WORD)
    wait_until_known(reader, WORD)
    write(writer, b"-")
    wait_until_known(reader, b"-")
    assert not keeper.look()
    assert WORD in kept(reader)
    purge(writer)
    wait_for(keeper.look)
    assert WORD not in kept(reader)
    assert not keeper.look()
    assert read(reader) == b"-"


def test_objects_in_memory_are_forgotten(writer, reader):
    write(writer, WORD)
    wait_until_known(reader, WORD)
    connection = reader.open(transaction.TransactionManager())
    root = connection.root()
    connection.close()
    purge(writer)
    wait_for(CacheKeeper(reader).look)
    again = reader.open(transaction.TransactionManager())
    assert again is connection and again.root() is not root
    again.close()


def test_the_keeper_lives_through_a_restart_of_the_database(server, socket_folder, writer, reader, caplog):
    purge(writer)
    # What the reader had kept is out of date by then; from a copy that he takes for new he would answer without the server.
    wait_for(lambda: reader.storage.lastTransaction() == writer.storage.lastTransaction())
    server.kill()
    server.wait()
    (socket_folder / "socket").unlink()
    keeper = CacheKeeper(reader, interval=0.1)
    keeper.start()
    try:
        wait_for(lambda: "It is not known whether there was a purge" in caplog.text)
        restarted = start_server(socket_folder)
        try:
            wait_for(lambda: keeper.seen == 1)
        finally:
            restarted.kill()
            restarted.wait()
    finally:
        keeper.end()
        keeper.join(30)
    assert not keeper.is_alive()
