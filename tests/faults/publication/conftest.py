"""The office that is going to be interrupted, made once in a run."""

import pytest
from support.crashing import copy_of
from support.interrupted_office import make


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
