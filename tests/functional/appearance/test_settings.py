"""All that a person may set up is one click from the bar, opens, and leads back."""

import pytest


#: Who sets up what in the office.
SETTINGS = {
    "pelnomocnik": {
        "Organisation",
        "Workflows",
        "Documents",
        "Routes of documents",
        "Classification",
        "Publication in the BIP",
    },
    "auditor": {"Workflows"},
    "pracownik": set(),
    "redaktor-bip": set(),
}


@pytest.mark.parametrize("login", SETTINGS)
def test_who_sets_up_what(browse, portal, login):
    reader = browse(login)
    reader.open(f"{portal.absolute_url()}/@@qms-settings")
    assert set(reader.words(".qms-setting-link")) == SETTINGS[login]
    assert (reader.status == 200) == bool(SETTINGS[login])
    reader.open(portal.absolute_url())
    assert ("Settings" in reader.words(".qms-nav-link")) == bool(SETTINGS[login])


@pytest.mark.parametrize("login", ["pelnomocnik", "administrator"])
def test_every_page_opens_under_the_tab_and_leads_back(browse, portal, login):
    overview = f"{portal.absolute_url()}/@@qms-settings"
    reader = browse(login)
    reader.open(overview)
    pages = {link.text_content().strip(): link.get("href") for link in reader.page.cssselect(".qms-setting-link")}
    assert [link.get("aria-current") for link in reader.page.cssselect(".qms-nav-link[aria-current]")] == ["page"]
    of_plone = pages.pop("Site settings", None)
    assert (of_plone is not None) == (login == "administrator")
    for title, address in pages.items():
        reader.open(address)
        assert (title, reader.status) == (title, 200)
        (current,) = reader.page.cssselect(".qms-nav-link[aria-current]")
        assert (title, current.text_content().strip(), current.get("aria-current")) == (title, "Settings", "true")
        steps = reader.page.cssselect(".qms-trail-step a")
        assert (title, steps[1].text_content().strip(), steps[1].get("href")) == (title, "Settings", overview)


def test_a_form_of_settings_saves_says_what_is_wrong_and_is_left(browse, portal):
    reader = browse("pelnomocnik")
    reader.open(f"{portal.absolute_url()}/@@qms-documents")
    reader.getControl(name="form.widgets.symbol_patterns").value = "bez dwukropka"
    reader.press("Save")
    assert reader.page.cssselect(".qms-error")
    reader.open(f"{portal.absolute_url()}/@@qms-documents")
    reader.getControl(name="form.widgets.section_template").value = "Cel\nZakres"
    reader.press("Save")
    assert reader.getControl(name="form.widgets.section_template").value.split() == ["Cel", "Zakres"]
    reader.press("Cancel")
    assert reader.url == f"{portal.absolute_url()}/@@qms-settings"


def test_a_form_below_a_page_of_settings_lies_under_the_tab_too(browse, portal):
    reader = browse("pelnomocnik")
    reader.open(f"{portal.absolute_url()}/@@workflow-letter?letter=check")
    assert [link.text_content().strip() for link in reader.page.cssselect(".qms-nav-link[aria-current]")] == [
        "Settings"
    ]
    assert [step.text_content().strip() for step in reader.page.cssselect(".qms-trail-step a")] == [
        "Start",
        "Settings",
        "Workflows",
    ]
