"""What the tests of the archive's screens share."""

from axe_playwright_python.sync_playwright import Axe
import pytest
from support.archive_office import ArchiveOffice


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}


@pytest.fixture
def archive_office(office):
    return ArchiveOffice(office)


@pytest.fixture
def look(tmp_path):
    """Return a function that photographs a page and checks that everybody can use it."""

    def look(page, name):
        page.wait_for_load_state()
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(one["id"], [node["html"][:300] for node in one["nodes"]]) for one in found] == [], name
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wide), name

    return look
