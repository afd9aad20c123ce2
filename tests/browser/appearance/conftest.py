"""The sample screens on a site of their own, opened in Chromium as a member of staff."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
import pytest
from support.gallery import screens
from support.people import hire_everybody
from support.people import PASSWORD
from zope.component import getUtility


WINDOWS = {"desktop": {"width": 1280, "height": 820}, "phone": {"width": 390, "height": 844}}


def appoint_deputies(portal):
    directory, mandate = getUtility(IDirectory), "upoważnienie nr OR.077.3.2026"
    directory.appoint_deputy("pracownik", "informatyk", clock.today(), None, mandate)
    directory.appoint_deputy("radca", "pracownik", clock.today(), None, mandate, ["Procedure", "Instruction"])


@pytest.fixture
def site_begins_with():
    return (hire_everybody, appoint_deputies)


@pytest.fixture
def site(functional):
    screens.register()
    yield functional["portal"].absolute_url()
    screens.unregister()


@pytest.fixture
def browse(windows, site):
    """Return a function that opens a page of the site: ``browse("login", None, "phone")``."""

    def open_page(path, login="pracownik", window="desktop", **options):
        page = windows.open(site, login, PASSWORD, viewport=WINDOWS[window], bypass_csp=True, **options)
        page.goto(f"{site}/{path}")
        return page

    yield open_page
    windows.put_away()
