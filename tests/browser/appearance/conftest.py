"""The sample screens on a site of their own, opened in Chromium as a member of staff."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
import pytest
from support.gallery import screens
from support.people import hire_everybody
from support.people import PASSWORD
import transaction
from zope.component import getUtility


WINDOWS = {"desktop": {"width": 1280, "height": 820}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def site(functional):
    hire_everybody()
    directory, mandate = getUtility(IDirectory), "upoważnienie nr OR.077.3.2026"
    directory.appoint_deputy("pracownik", "informatyk", clock.today(), None, mandate)
    directory.appoint_deputy("radca", "pracownik", clock.today(), None, mandate, ["Procedure", "Instruction"])
    screens.register()
    transaction.commit()
    yield functional["portal"].absolute_url()
    screens.unregister()


@pytest.fixture
def browse(chromium, site):
    """Return a function that opens a page of the site: ``browse("login", None, "phone")``."""
    contexts = []

    def open_page(path, login="pracownik", window="desktop", **options):
        context = chromium.new_context(viewport=WINDOWS[window], bypass_csp=True, **options)
        contexts.append(context)
        page = context.new_page()
        if login:
            page.goto(f"{site}/login")
            page.fill("[name=__ac_name]", login)
            page.fill("[name=__ac_password]", PASSWORD)
            page.press("[name=__ac_password]", "Enter")
            page.wait_for_load_state()
        page.goto(f"{site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
