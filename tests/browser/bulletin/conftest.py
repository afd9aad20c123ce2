"""A furnished bulletin, opened in Chromium as a resident does."""

import pytest
from support.bulletin_doors import opened


WINDOWS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def bulletin(functional_session):
    with opened(functional_session) as found:
        yield found


@pytest.fixture
def visit(chromium, bulletin):
    """Return a function that opens a page: ``visit("/szukaj", "phone")``; options are those of Playwright."""
    contexts = []

    def open_page(path, window="desktop", **options):
        context = chromium.new_context(viewport=WINDOWS[window], locale="pl-PL", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(bulletin.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
