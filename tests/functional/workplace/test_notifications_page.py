"""The page on which everybody says how the system shall tell him."""

from czest.qms.approval.interfaces import INotificationPreferences
from plone import api
import pytest
import transaction
from zope.component import getUtility


@pytest.fixture
def page(portal):
    return f"{portal.absolute_url()}/@@notifications"


def choice(login):
    transaction.begin()
    return getUtility(INotificationPreferences).choice(login)


def test_a_person_chooses(browse, portal, page):
    browser = browse("radca")
    browser.open(f"{portal.absolute_url()}/@@tasks")
    browser.getLink("Change how I am told").click()
    assert browser.status == 200
    assert "radca@urzad.example" in browser.contents
    control = browser.getControl(name="choice")
    assert control.value == ["at-once"]
    control.value = ["daily"]
    browser.getForm(action="@@notifications").submit()
    assert browser.url.endswith("@@tasks")
    assert "Your choice was saved." in browser.contents
    assert (choice("radca"), choice("autor")) == ("daily", "at-once")
    browser.open(page)
    assert browser.getControl(name="choice").value == ["daily"]


def test_nothing_is_kept_without_the_token_of_the_form(client, page):
    answer = client("radca").call("POST", page, data={"choice": "never"}, headers={"Accept": "text/html"})
    assert answer.status_code == 403
    assert choice("radca") == "at-once"


def test_an_unknown_choice_is_refused(browse, page):
    browser = browse("radca")
    browser.open(page)
    form = browser.page.cssselect("form[action$='@@notifications']")[0]
    token = form.cssselect("[name=_authenticator]")[0].get("value")
    browser.post(page, f"choice=hourly&_authenticator={token}")
    assert browser.status == 400
    assert "Choose one of the three." in browser.contents
    assert choice("radca") == "at-once"


def test_a_person_without_an_address_is_told_so(browse, page):
    api.user.get(userid="radca").setMemberProperties({"email": ""})
    browser = browse("radca")
    browser.open(page)
    assert "no e-mail address" in browser.contents


def test_a_stranger_does_not_get_the_page(browse, page):
    browser = browse(None)
    browser.open(page)
    assert not browser.page.cssselect("[name=choice]")
