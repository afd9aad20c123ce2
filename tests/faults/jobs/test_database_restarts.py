"""The worker lives through restarts of the database server."""

import contextlib
from czest.qms.jobs.worker import Worker
from pathlib import Path
import pytest
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import transaction
from ZEO.ClientStorage import ClientStorage
from ZODB import DB


@pytest.fixture
def folder():
    # Sockets need a short path.
    path = Path(tempfile.mkdtemp(prefix="zeo-", dir="/tmp"))
    yield path
    shutil.rmtree(path)


def start_server(folder):
    command = [sys.executable, "-m", "ZEO.runzeo", "-a", str(folder / "socket"), "-f", str(folder / "Data.fs")]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not (folder / "socket").exists():
        assert time.monotonic() < deadline and server.poll() is None
        time.sleep(0.05)
    return server


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_worker_waits_for_the_database_and_goes_on(folder, caplog):
    server = start_server(folder)
    database = DB(ClientStorage(str(folder / "socket"), wait_timeout=1, max_disconnect_poll=1))
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
        (folder / "socket").unlink()
        wait_for(lambda: "could not be reached" in caplog.text)
        before = len(ticks)
        server = start_server(folder)
        wait_for(lambda: len(ticks) > before + 1)
    finally:
        worker.stop()
        thread.join(30)
        database.close()
        server.kill()
        server.wait()
    assert not thread.is_alive()
    assert ticks == sorted(ticks)
