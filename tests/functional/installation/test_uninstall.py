"""Uninstalling by the calls of an administrator, and what a stranger sees afterwards."""

import json
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.textfield.value import RichTextValue
from plone.testing.zope import Browser
import transaction
from urllib.parse import quote


UNINSTALL = "@addons/czest.qms/uninstall"


def test_plone_works_afterwards(functional, portal):
    portal.portal_setup.runAllImportStepsFromProfile("profile-czest.qms:uninstall")
    setRoles(portal, TEST_USER_ID, ["Manager"])
    portal.portal_workflow.setChainForPortalTypes(["Document"], ["simple_publication_workflow"])
    text = RichTextValue("<p>Treść strony</p>", "text/html", "text/x-html-safe")
    page = api.content.create(portal, "Document", "strona", title="Zwykły dokument", text=text)
    api.content.transition(page, "publish")
    transaction.commit()
    stranger = Browser(functional["app"])
    stranger.open(page.absolute_url())
    assert "Treść strony" in stranger.contents
    assert "qms-" not in stranger.contents
    stranger.open(portal.absolute_url())
    assert "qms-" not in stranger.contents
    stranger.open(f"{portal.absolute_url()}/@@search?SearchableText={quote('treść')}")
    assert "Zwykły dokument" in stranger.contents
    stranger.addHeader("Accept", "application/json")
    stranger.open(f"{portal.absolute_url()}/@search?Title=dokument")
    assert [item["title"] for item in json.loads(stranger.contents)["items"]] == ["Zwykły dokument"]


def test_rest_refuses_with_a_sentence(client, office):
    office.in_force(office.register())
    transaction.commit()
    answer = client("manager").post(UNINSTALL)
    assert answer.status_code == 409, answer.text
    assert "1" in answer.json()["message"]
    assert client("pracownik").get("dokumenty").json()["items_total"] == 1


def test_rest_uninstalls_where_nothing_was_released(client, office, portal):
    office.draft(office.register())
    transaction.commit()
    assert client("administrator").post(UNINSTALL).status_code in (401, 403)
    answer = client("manager").post(UNINSTALL)
    assert answer.status_code == 204, answer.text
    transaction.begin()
    assert "dokumenty" not in portal
