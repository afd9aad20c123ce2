"""A review is signed in a browser with identity confirmed at the identity provider, from the dialog and back."""

from czest.qms.approval.identity.detour import callback_address
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.identity.settings import SECRET_VARIABLE
from plone import api
import pytest
from support.accessibility import violations
from support.identity_provider import CLIENT
from support.identity_provider import PASSWORD
from support.identity_provider import running_provider
from support.identity_provider import SECRET
import transaction


COMMENT = "Zażółć gęślą jaźń – bez uwag"
CONFIRM, SIGN = "Potwierdź tożsamość u dostawcy tożsamości", "Potwierdź sprawdzenie"


@pytest.fixture
def provider(office, monkeypatch):
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    with running_provider(callback_address()) as running:
        for name, value in {"issuer": running.issuer, "client_id": CLIENT, "used_for_signing": True}.items():
            api.portal.set_registry_record(f"{PREFIX}.{name}", value)
        transaction.commit()
        yield running


@pytest.fixture
def edition(office):
    return office.submitted(office.register(), reviewers=["radca"])


def sign_in_at_provider(page, login):
    page.wait_for_selector("h1:has-text('Logowanie do usług urzędu')")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.click("button:has-text('Zaloguj')")
    page.wait_for_selector("form.qms-operation")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_from_the_dialog_to_the_provider_and_back(window, provider, edition, size):
    page = window("radca", edition.absolute_url(), size)
    page.click(f"a[data-qms-dialog]:has-text('{SIGN}')")
    page.wait_for_selector("dialog .qms-identity")
    assert "Do potwierdzenia u dostawcy tożsamości 127.0.0.1" in page.inner_text("dialog .qms-identity")
    assert page.locator("dialog button:has-text('Potwierdź sprawdzenie')").count() == 0
    assert violations(page) == []
    page.fill("dialog [name='form.widgets.comment']", COMMENT)
    page.click(f"dialog button:has-text('{CONFIRM}')")
    sign_in_at_provider(page, "radca")
    assert page.input_value("[name='form.widgets.comment']") == COMMENT
    assert "Potwierdzona u dostawcy tożsamości" in page.inner_text(".qms-identity")
    assert page.locator(f"button:has-text('{CONFIRM}')").count() == 0
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.click(f"form.qms-operation button:has-text('{SIGN}')")
    page.wait_for_selector(".qms-message")
    transaction.begin()
    (signature,) = edition.signatures
    assert (signature["confirmed_by"], signature["comment"]) == ("identity-provider", COMMENT)
    assert f"Tożsamość potwierdzona u dostawcy tożsamości {provider.issuer}" in " ".join(page.content().split())


def test_another_person_at_the_provider_is_told_in_polish(window, provider, edition):
    page = window("radca", f"{edition.absolute_url()}/@@operation/review")
    page.fill("[name='form.widgets.comment']", COMMENT)
    page.click(f"button:has-text('{CONFIRM}')")
    sign_in_at_provider(page, "sprawdzajacy")
    assert "zalogowała się inna osoba. Niczego nie podpisano." in page.inner_text(".qms-message")
    assert page.input_value("[name='form.widgets.comment']") == COMMENT
    assert violations(page) == []


def test_a_provider_that_is_down_is_told_in_the_dialog(window, provider, edition):
    page = window("radca", edition.absolute_url())
    page.click(f"a[data-qms-dialog]:has-text('{SIGN}')")
    page.fill("dialog [name='form.widgets.comment']", COMMENT)
    provider.misbehave(down=True)
    page.click(f"dialog button:has-text('{CONFIRM}')")
    page.wait_for_selector("dialog .qms-error")
    assert "Dostawca tożsamości nie odpowiada." in page.inner_text("dialog [data-qms-errors]")
    assert page.input_value("dialog [name='form.widgets.comment']") == COMMENT
    assert violations(page) == []


def test_signing_together_is_accessible(window, provider, office, edition):
    address = f"{office.portal.absolute_url()}/@@sign-together?edition={edition.UID()}"
    page = window("radca", address)
    assert violations(page) == []
    page.click(f"button:has-text('{CONFIRM}')")
    page.wait_for_selector("h1:has-text('Logowanie do usług urzędu')")
    page.fill("[name=login]", "radca")
    page.fill("[name=password]", PASSWORD)
    page.click("button:has-text('Zaloguj')")
    page.wait_for_selector("form.qms-signing")
    assert violations(page) == []
    page.click("button:has-text('Podpisz każde z osobna')")
    page.wait_for_selector(".qms-message")
    transaction.begin()
    assert edition.signatures[0]["confirmed_by"] == "identity-provider"


def test_the_settings_are_accessible(window, office):
    page = window("administrator", f"{office.portal.absolute_url()}/@@qms-identity")
    assert "Tożsamość przy podpisie" in page.inner_text("h1")
    # The toolbar beside it is Plone's.
    assert violations(page, "main") == []
