"""Fixtures of all tests in which something breaks."""

from pathlib import Path
import pytest
import shutil
import tempfile


@pytest.fixture
def socket_folder():
    """An empty folder of a path short enough for a socket."""
    path = Path(tempfile.mkdtemp(prefix="zeo-", dir="/tmp"))
    yield path
    shutil.rmtree(path)
