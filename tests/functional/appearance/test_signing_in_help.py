"""Whoever cannot sign in is helped, though the site is closed to strangers."""

import pytest
import requests
from support.people import PASSWORD
import transaction


@pytest.fixture
def asked(portal, office):
    """Return a function that opens a page as a stranger."""

    def ask(path):
        headers = {"Accept": "text/html"}
        return requests.get(f"{portal.absolute_url()}/{path}", headers=headers, allow_redirects=False)

    return ask


def test_the_link_of_the_sign_in_page_opens(asked):
    assert "@@login-help" in asked("login").text
    answer = asked("@@login-help")
    assert answer.status_code == 200
    assert "form.widgets.reset_password" in answer.text


def test_a_link_of_a_letter_leads_to_a_new_password(asked, portal, browse):
    reset = portal.portal_password_reset.requestReset("pracownik")
    transaction.commit()
    answer = asked(f"passwordreset/{reset['randomstring']}")
    assert answer.status_code == 200
    assert 'name="password2"' in answer.text
    reader = browse(None)
    reader.open(f"{portal.absolute_url()}/passwordreset/{reset['randomstring']}")
    reader.getControl(name="password").value = reader.getControl(name="password2").value = "Nowe-Haslo-2026"
    reader.getControl(name="userid").value = "pracownik"
    reader.getForm(name="pwreset_action").submit()
    transaction.begin()
    assert portal.acl_users.authenticate("pracownik", "Nowe-Haslo-2026", portal.REQUEST) is not None
    assert portal.acl_users.authenticate("pracownik", PASSWORD, portal.REQUEST) is None


def test_a_link_that_is_over_says_so(asked):
    answer = asked("passwordreset/0123456789abcdef")
    assert answer.status_code == 200
    assert 'name="password2"' not in answer.text
