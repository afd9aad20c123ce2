"""The functional layer with its threaded web server, and ways to do several things at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import pytest
import re
from support.client import Client
from support.office import Office
import threading
from ZPublisher.HTTPRequest import HTTPRequest


#: Every deployment extends this profile.
PROFILE = Path(__file__).parents[3] / "profiles" / "base.cfg"


@pytest.fixture
def retries(monkeypatch):
    """Let the web server retry after a conflict as often as a deployment does, and return how often that is."""
    (number,) = re.findall(r"^ +max-conflict-retries (\d+)$", PROFILE.read_text("utf-8"), re.MULTILINE)
    monkeypatch.setattr(HTTPRequest, "retry_max_count", int(number))
    return int(number)


@pytest.fixture
def portal(functional):
    return functional["portal"]


@pytest.fixture
def office(portal):
    """The office with its people; see ``support.prepared``."""
    return Office(portal)


@pytest.fixture
def client(portal, office):
    """Return a function that gives the REST client of a person."""
    address = portal.absolute_url()
    return lambda login: Client(address, login)


@pytest.fixture
def at_once():
    """Return a function that calls several functions at the same moment and returns their results."""

    def at_once(calls):
        together = threading.Barrier(len(calls), timeout=60)

        def call(function):
            together.wait()
            return function()

        with ThreadPoolExecutor(len(calls)) as threads:
            return list(threads.map(call, calls))

    return at_once
