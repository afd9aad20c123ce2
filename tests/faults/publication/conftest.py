"""The office that is going to be interrupted, made once in a run; and the demo behind Debian's nginx."""

import os
from pathlib import Path
import pytest
import shutil
from support.crashing import copy_of
from support.interrupted_office import make
from support.machine import free_port
from support.nginx import ADDRESS
from support.nginx import Nginx
from support.nginx import what_is_missing
from support.public_process import PublicProcess
from support.running import start_system
import tempfile


_made = []


@pytest.fixture
def ready(functional, tmp_path_factory):
    """The folder of the office made ready; nothing is ever written into it."""
    if not _made:
        folder = tmp_path_factory.mktemp("office")
        make(functional, folder)
        _made.append(copy_of(folder, tmp_path_factory.mktemp("ready") / "office"))
    return _made[0]


@pytest.fixture
def fresh(ready, tmp_path):
    """Return a function that gives a fresh copy of the office, in place of the one before."""
    return lambda: copy_of(ready, tmp_path / "office")


@pytest.fixture(scope="module")
def folder():
    missing = what_is_missing()
    if missing:
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    path = Path(tempfile.mkdtemp(prefix="bip-", dir="/tmp"))
    # The worker processes of nginx have another account.
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def ports(folder):
    return [free_port() for _time in range(3)]


@pytest.fixture(scope="module")
def system(ports):
    """The running demo, whose worker knows where copies are taken away."""
    running, stop = start_system(state="faults", QMS_PURGE_ADDRESS=f"http://127.0.0.1:{ports[2]}")
    yield running
    stop()


@pytest.fixture(scope="module")
def plone(system, folder):
    process = PublicProcess(system.state, folder, free_port(), ADDRESS)
    process.start()
    yield process
    process.kill()


@pytest.fixture(scope="module")
def nginx(plone, folder, ports):
    server = Nginx(folder, plone.port, ports)
    server.start()
    yield server
    server.stop()
