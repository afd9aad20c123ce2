"""The running demo, a public process of its own, and Debian's nginx before it."""

import os
from pathlib import Path
import pytest
import shutil
from support.machine import free_port
from support.nginx import ADDRESS
from support.nginx import Nginx
from support.nginx import what_is_missing
from support.public_process import PublicProcess
from support.running import start_system
import tempfile


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
    running, stop = start_system(QMS_PURGE_ADDRESS=f"http://127.0.0.1:{ports[2]}")
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
