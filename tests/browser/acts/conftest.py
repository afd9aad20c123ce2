"""A small office at work, and Chromium windows of its people."""

from plone import api
import pytest
from support.office import Office
from support.people import hire_everybody
from support.people import PASSWORD
import transaction


WINDOWS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def office(functional):
    hire_everybody()
    api.portal.set_registry_record("plone.default_language", "pl")
    api.portal.set_registry_record("plone.available_languages", ["pl"])
    transaction.commit()
    return Office(functional["portal"])


@pytest.fixture
def window(chromium, functional, office):
    """Return a function that signs a person in and opens an address: ``window("autor", url, "phone")``."""
    contexts = []

    def open_window(login, address, size="desktop", **options):
        transaction.commit()
        context = chromium.new_context(viewport=WINDOWS[size], locale="pl-PL", bypass_csp=True, **options)
        context.set_default_timeout(20000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{functional['portal'].absolute_url()}/login")
        page.fill("[name=__ac_name]", login)
        page.fill("[name=__ac_password]", PASSWORD)
        page.press("[name=__ac_password]", "Enter")
        page.wait_for_load_state()
        page.goto(address)
        return page

    yield open_window
    for context in contexts:
        context.close()
