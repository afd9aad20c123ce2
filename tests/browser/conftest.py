"""Debian's Chromium on the real system, signed in as the demo's people."""

import os
from pathlib import Path
from playwright.sync_api import sync_playwright
from plone import api
import pytest
from support.office import Office
from support.people import hire_everybody
from support.people import PASSWORD
from support.running import start_system
import transaction


CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    """The browser; where it is missing, a test is skipped with a line, and fails under ``CI=true``."""
    if not CHROMIUM.exists():
        message = f"Chromium is not there ({CHROMIUM}): install the package chromium."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def system(chromium):
    """The running demo, of its own port and state; see ``support.running.RunningSystem``."""
    running, stop = start_system()
    yield running
    stop()


@pytest.fixture
def sign_in(chromium, system):
    """Return a function that gives a page signed in as a demo account: ``sign_in("autor", phone=True)``."""
    contexts = []

    def open_page(login=None, *, phone=False):
        context = chromium.new_context(
            locale="pl-PL", timezone_id="Europe/Warsaw", viewport=PHONE if phone else DESKTOP, has_touch=phone
        )
        contexts.append(context)
        page = context.new_page()
        if login is not None:
            page.goto(f"{system.address}/login")
            page.fill("input[name=__ac_name]", login)
            page.fill("input[name=__ac_password]", system.password(login))
            page.press("input[name=__ac_password]", "Enter")
            page.wait_for_load_state()
        return page

    yield open_page
    for context in contexts:
        context.close()


#: Sizes of the windows that people of the small office open.
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
