"""A site with a small office, and browsers of its people over the real publisher."""

from czest.qms.organisation.interfaces import IDirectory
from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import Browser
import pytest
import transaction
from zope.component import getUtility


PASSWORD = "tajne-haslo-1"


@pytest.fixture
def portal(functional):
    return functional["portal"]


@pytest.fixture
def directory(portal):
    """The directory, with two units, two posts and an officer who may keep it by virtue of his post."""
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for login, name in (("pelnomocnik", "Anna Zielińska"), ("ewa", "Ewa Nowak"), ("jan", "Jan Kowalski")):
        api.user.create(username=login, email=f"{login}@example.org", password=PASSWORD, properties={"fullname": name})
    directory = getUtility(IDirectory)
    directory.add_unit("PJ", "Pełnomocnik ds. SZJ")
    directory.add_unit("FE", "Fundusze Europejskie i Rozwój")
    directory.add_unit("FE-EFS", "Referat obsługi projektów EFS", "FE")
    directory.add_post("pelnomocnik", "Pełnomocnik ds. SZJ", "PJ", True, {"quality_officer"})
    directory.add_post("inspektor-efs", "Inspektor", "FE-EFS", False, {"author"})
    directory.appoint("pelnomocnik", "pelnomocnik", date(2026, 1, 1))
    setRoles(portal, TEST_USER_ID, ["Member"])
    transaction.commit()
    return directory


@pytest.fixture
def browse(functional, portal, directory):
    """Return a function that opens a browser for a login (None: nobody signed in)."""

    def browse(login, errors=True):
        browser = Browser(functional["app"])
        browser.handleErrors = errors
        browser.raiseHttpErrors = False
        browser.addHeader("Accept-Language", "en")
        if login:
            browser.addHeader("Authorization", f"Basic {login}:{PASSWORD}")
        return browser

    return browse


@pytest.fixture
def officer(browse):
    return browse("pelnomocnik")


@pytest.fixture
def url(portal):
    """Return a function that gives the address of a page of the organisation."""

    def url(page="organisation", query=""):
        return f"{portal.absolute_url()}/@@{page}{query}"

    return url
