"""An edition in force that is open, and what people ask for and decide about it."""

import pytest
from support.office import file_named
from support.people import PASSWORD
from support.publishing import ALL_NO
from support.publishing import REQUEST
import transaction


@pytest.fixture
def edition(office, bulletin):
    """An edition in force of a document that is open (the default of its kind)."""
    document = office.register(title="Nadzór nad dokumentami")
    edition = office.in_force(document, attachments=[file_named("karta zmian.txt")])
    transaction.commit()
    return edition


@pytest.fixture
def ask(client):
    """Return a function that asks for a publication over REST, as ``autor``."""

    def ask(edition, login="autor", **more):
        answer = client(login).operate(edition.absolute_url(), "request-publication", **{**REQUEST, **more})
        assert answer.status_code == 200, answer.text
        transaction.begin()

    return ask


@pytest.fixture
def publish(client):
    """Return a function that publishes over REST, as the BIP editor."""

    def publish(edition, **more):
        body = {"password": PASSWORD, "checklist": ALL_NO, **more}
        answer = client("redaktor-bip").operate(edition.absolute_url(), "publish", **body)
        assert answer.status_code == 200, answer.text
        transaction.begin()

    return publish
