"""The administrator sets the identity provider; every change is traced."""

from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import client_secret
from czest.qms.approval.identity.settings import SECRET_VARIABLE
from czest.qms.evidence.interfaces import ITrail
from plone import api
import pytest
import transaction
from zope.component import getUtility


@pytest.fixture
def panel(portal, office, browse):
    """The control panel, opened by a login."""

    def open_panel(login="administrator"):
        browser = browse(login)
        browser.open(f"{portal.absolute_url()}/@@qms-identity")
        return browser

    return open_panel


def fill(browser, **values):
    for name, value in values.items():
        browser.getControl(name=f"form.widgets.{name}").value = value
    browser.press("Save")


def entries():
    transaction.begin()
    return list(getUtility(ITrail).entries("identity"))


def test_it_is_off_at_first(portal):
    assert accepted_ways() == ("password",)


def test_the_administrator_sets_it_and_it_is_traced(panel):
    browser = panel()
    fill(browser, issuer="https://login.urzad.example", client_id="szj")
    browser.getControl(name="form.widgets.used_for_signing:list").value = ["selected"]
    browser.press("Save")
    transaction.begin()
    assert accepted_ways() == ("identity-provider",)
    traced = {entry.details["setting"]: entry.details["new"] for entry in entries()}
    assert traced == {"issuer": "https://login.urzad.example", "client_id": "szj", "used_for_signing": True}
    assert {entry.actor for entry in entries()} == {"administrator"}


def test_an_address_without_encryption_is_refused(panel):
    browser = panel()
    fill(browser, issuer="http://login.urzad.example")
    assert "https://" in browser.errors()["issuer"]
    transaction.begin()
    assert not api.portal.get_registry_record("czest.qms.identity.issuer")


def test_nobody_else_sets_it(panel):
    refused = panel("pelnomocnik")
    assert "form.widgets.issuer" not in refused.contents
    assert refused.status == 403


def test_the_secret_comes_from_the_environment_only(panel, monkeypatch):
    monkeypatch.setenv(SECRET_VARIABLE, "tajemnica-klienta")
    assert client_secret() == "tajemnica-klienta"
    assert "tajemnica-klienta" not in panel().contents
