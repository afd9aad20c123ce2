"""What the tests of the archive's screens share."""

import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.archive_office import ArchiveOffice


@pytest.fixture
def archive_office(office):
    return ArchiveOffice(office)


@pytest.fixture
def look(tmp_path):
    """Return a function that photographs a page and checks that everybody can use it."""

    def look(page, name):
        page.wait_for_load_state()
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
        assert violations(page) == [], name
        assert not wider_than_the_window(page), name

    return look
