"""A trail in a file storage of its own."""

from czest.qms.evidence import verification
import pytest
from support.stored_trail import Site


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path / "Data.fs")
    yield site
    site.close()


@pytest.fixture
def trail(site, monkeypatch):
    trail = site.connect()
    monkeypatch.setattr(verification, "queryUtility", lambda interface: trail)
    return trail
