"""Debian's Chromium on the real system, signed in as the demo's people."""

import os
from pathlib import Path
from playwright.sync_api import sync_playwright
from plone import api
import pytest
from support.office import Office
from support.people import PASSWORD
from support.running import start_system
from support.windows import Windows
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
#: Sizes of the windows that people open.
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


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


@pytest.fixture(scope="session")
def windows(chromium):
    windows = Windows(chromium)
    yield windows
    windows.close()


@pytest.fixture
def sign_in(windows, system):
    """Return a function that gives a page signed in as a demo account: ``sign_in("autor", phone=True)``."""

    def open_page(login=None, *, phone=False):
        size = SIZES["phone" if phone else "desktop"]
        options = {"locale": "pl-PL", "timezone_id": "Europe/Warsaw", "viewport": size, "has_touch": phone}
        return windows.open(system.address, login, login and system.password(login), **options)

    yield open_page
    windows.put_away()


def speak_polish(portal):
    """Let the site speak Polish only, as at an office."""
    api.portal.set_registry_record("plone.default_language", "pl")
    api.portal.set_registry_record("plone.available_languages", ["pl"])


@pytest.fixture
def site_begins_with(site_begins_with, request):
    return (*site_begins_with, speak_polish) if "office" in request.fixturenames else site_begins_with


@pytest.fixture
def office(functional):
    """The office with its people; see ``support.prepared``."""
    return Office(functional["portal"])


@pytest.fixture
def window(windows, functional, office):
    """Return a function that signs a person in and opens an address: ``window("autor", url, "phone")``."""

    def open_window(login, address, size="desktop", **options):
        transaction.commit()
        site = functional["portal"].absolute_url()
        page = windows.open(site, login, PASSWORD, viewport=SIZES[size], locale="pl-PL", bypass_csp=True, **options)
        page.set_default_timeout(20000)
        page.goto(address)
        return page

    yield open_window
    windows.put_away()
