"""Plone's own pages that everybody meets are wholly in Polish: what Plone leaves in English is translated here."""

from pathlib import Path
from plone import api
from plone.app.locales import __file__ as plone_locales
import polib
import pytest
import transaction


CATALOG = Path(__file__).parents[3] / "src/czest.qms/czest/qms/locales/pl/LC_MESSAGES/plone.po"
#: Page → words that Plone alone would say there in English.
PAGES = {
    "@@personal-information": ["We will use this address", "Allowed types"],
    "@@change-password": ["Enter your new password", "Your password must contain"],
    "@@personal-preferences": ["Your time zone", "Time zone", "No value"],
}


@pytest.fixture
def look(browse, office, portal):
    """Return a function that opens a page of the Polish site."""
    for name, value in {"default_language": "pl", "available_languages": ["pl"]}.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    portal.language = "pl"
    transaction.commit()

    def look(page, login="pracownik"):
        reader = browse(login)
        reader.open(f"{portal.absolute_url()}/{page}")
        return reader

    return look


@pytest.mark.parametrize("page", PAGES)
def test_personal_pages_are_in_polish(look, page):
    reader = look(page)
    assert reader.page.get("lang") == "pl"
    assert [words for words in PAGES[page] if words in reader.contents] == []


def test_a_fault_in_a_form_is_told_in_polish(look, office):
    document = office.register()
    transaction.commit()
    reader = look(f"dokumenty/{document.getId()}/@@operation/amend-control-data", "pelnomocnik")
    reader.getControl(name="form.widgets.reason").value = "x" * 5000
    reader.getControl(name="form.buttons.perform").click()
    assert reader.errors()["reason"].startswith("Liczba znaków przekracza")


def test_whoever_cannot_sign_in_is_helped_in_polish(look):
    contents = look("login-help", login=None).contents
    assert "Ustaw nowe hasło" in contents
    assert [words for words in ("Need Help", "Reset your password", "Enter your username") if words in contents] == []


def test_the_catalog_says_nothing_that_plone_says_itself():
    """A word that Plone has learnt since is to be left to it, and one that it no longer uses goes."""
    plone = polib.pofile(str(Path(plone_locales).parent / "locales/pl/LC_MESSAGES/plone.po"))
    of_plone = {entry.msgid: entry.msgstr for entry in plone}
    assert {
        entry.msgid: of_plone.get(entry.msgid)
        for entry in polib.pofile(str(CATALOG))
        if of_plone.get(entry.msgid) != ""
    } == {}
