"""The demonstration builds through the operations and is in the states it promises."""

from czest.qms.documents.content import state_of
import json
from plone import api
from plone.app.testing import applyProfile
import pytest


LOGINS = [
    "pelnomocnik",
    "autor",
    "autor2",
    "sprawdzajacy",
    "sprawdzajacy2",
    "zatwierdzajacy",
    "zatwierdzajacy2",
    "radca",
    "zastepca",
    "pracownik",
    "redaktor-bip",
    "archiwista",
    "auditor",
    "administrator",
    "manager",
]


@pytest.fixture
def demo(portal, tmp_path, monkeypatch):
    accounts = tmp_path / "demo-accounts.json"
    monkeypatch.setenv("QMS_DEMO_ACCOUNTS", str(accounts))
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "czest.qms:demo")
    portal.accounts_file = accounts
    return portal


def test_demo(demo):
    accounts = json.loads(demo.accounts_file.read_text(encoding="utf-8"))
    assert set(accounts) == set(LOGINS)
    assert demo.accounts_file.stat().st_mode & 0o777 == 0o600
    assert len({account["password"] for account in accounts.values()}) == len(LOGINS)
    library = demo["dokumenty"]
    assert len(library) == 16
    states = {symbol: [state_of(edition) for edition in library[symbol].editions()] for symbol in library}
    assert states["PS-04"][:2] == ["in_review", "in_force"]
    assert states["PS-07"] == ["approved"]
    assert states["I-FK-01"][:2] == ["in_force", "superseded"]
    assert state_of(library["PS-07"]) == "draft"
    assert library["I-IT-01"].access == "distribution"
