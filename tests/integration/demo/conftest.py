"""The demonstration, built on the empty site of the test."""

from plone import api
from plone.app.testing import applyProfile
import pytest


@pytest.fixture
def demo(portal, tmp_path, monkeypatch):
    """The site of the demonstration; ``accounts_file`` is where it wrote its accounts."""
    accounts = tmp_path / "demo-accounts.json"
    monkeypatch.setenv("QMS_DEMO_ACCOUNTS", str(accounts))
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "czest.qms:demo")
    portal.accounts_file = accounts
    return portal
