"""Documents in every state, and the pages that people get of them over HTTP."""

from czest.qms import clock
import datetime
import pytest
import requests
from support.office import Office
from support.people import PASSWORD
import transaction


TODAY = clock.today()


class Pages:
    """Gets pages of the site as people.

    Parameters:
        site: address of the site.
    """

    def __init__(self, site):
        self.site = site

    def get(self, login, address, method="GET", **headers):
        """Return the answer; ``address`` is whole, or a path from the site."""
        whole = address if address.startswith("http") else f"{self.site}/{address}"
        auth = (login, PASSWORD) if login else None
        return requests.request(
            method, whole, auth=auth, headers={"Accept": "text/html", **headers}, allow_redirects=False
        )

    def read(self, login, content):
        """Return the HTML of an object's page."""
        answer = self.get(login, content.absolute_url())
        assert answer.status_code == 200, answer.text
        return answer.text


@pytest.fixture
def pages(portal):
    return Pages(portal.absolute_url())


@pytest.fixture
def past(office):
    """Return a function that does something some days ago and commits."""

    def did(days, function, *arguments, **data):
        with clock.stopped_at(TODAY - datetime.timedelta(days=days)):
            done = function(*arguments, **data)
        transaction.commit()
        return done

    return did


def make_document(portal):
    """Make a procedure whose first edition came into force 40 days ago."""
    office = Office(portal)
    with clock.stopped_at(TODAY - datetime.timedelta(days=40)):
        office.in_force(office.register())


@pytest.fixture
def site_begins_with(site_begins_with, request):
    return (*site_begins_with, make_document) if "document" in request.fixturenames else site_begins_with


@pytest.fixture
def document(office):
    """A procedure whose first edition came into force 40 days ago."""
    return office.library["P-PJ-01"]
