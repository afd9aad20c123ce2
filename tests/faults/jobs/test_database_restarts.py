"""The worker lives through restarts of the database server."""

import contextlib
from czest.qms.jobs.worker import Worker
from support.database_server import start_server
from support.database_server import wait_for
import threading
import transaction
from ZEO.ClientStorage import ClientStorage
from ZODB import DB


def test_worker_waits_for_the_database_and_goes_on(socket_folder, caplog):
    server = start_server(socket_folder)
    database = DB(ClientStorage(str(socket_folder / "socket"), wait_timeout=1, max_disconnect_poll=1))
    ticks = []

    @contextlib.contextmanager
    def open_site():
        connection = database.open(transaction.TransactionManager())
        try:
            root = connection.root()
            root["ticks"] = root.get("ticks", 0) + 1
            connection.transaction_manager.commit()
            ticks.append(root["ticks"])
            yield
        finally:
            connection.transaction_manager.abort()
            connection.close()

    worker = Worker(interval=0.1, open_site=open_site)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        wait_for(lambda: len(ticks) >= 2)
        server.kill()
        server.wait()
        (socket_folder / "socket").unlink()
        wait_for(lambda: "could not be reached" in caplog.text)
        before = len(ticks)
        server = start_server(socket_folder)
        wait_for(lambda: len(ticks) > before + 1)
    finally:
        worker.stop()
        thread.join(30)
        database.close()
        server.kill()
        server.wait()
    assert not thread.is_alive()
    assert ticks == sorted(ticks)
