"""The functional layer with its threaded web server, and ways to do several things at the same moment."""

from concurrent.futures import ThreadPoolExecutor
import pytest
from support.client import Client
from support.office import Office
from support.people import hire_everybody
import threading
import transaction
from ZPublisher.HTTPRequest import HTTPRequest


#: What zope.conf says when it says nothing; the layer would not retry at all.
RETRIES = 3


@pytest.fixture
def portal(functional, monkeypatch):
    monkeypatch.setattr(HTTPRequest, "retry_max_count", RETRIES)
    return functional["portal"]


@pytest.fixture
def office(portal):
    hire_everybody()
    transaction.commit()
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
