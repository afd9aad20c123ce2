"""The sample screens on a site of their own, opened in Chromium as a member of staff."""

import pytest
from support.gallery import screens
from support.people import hire_everybody
from support.people import PASSWORD
import transaction


WINDOWS = {"desktop": {"width": 1280, "height": 820}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def site(functional):
    hire_everybody()
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
