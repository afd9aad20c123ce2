"""An office with its people for the functional tests, and a client of the REST API."""

import pytest
from support.client import Client
from support.office import Office
from support.reader import Reader
import transaction


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
    return lambda login: Client(portal.absolute_url(), login)


@pytest.fixture
def browse(functional, office):
    """Return a function that opens a browser for a login (None: nobody)."""

    def browse(login):
        transaction.commit()
        return Reader(functional["app"], login)

    return browse
