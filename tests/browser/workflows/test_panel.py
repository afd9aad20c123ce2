"""The officer walks the panel of workflows by keyboard alone; it is named, described, accessible, and fits a phone."""

import os
from pathlib import Path
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window


WORKFLOWS = ("qms_edition_workflow", "qms_disposal_workflow", "qms_act_workflow", "qms_bulletin_entry_workflow")
OTHERS = ("@@workflow-templates", "@@workflow-deadlines", "@@workflow-law")


@pytest.fixture
def edition(office):
    """An edition in review, beside a document in force."""
    office.in_force(office.register())
    return office.submitted(office.register(title="Nadzór nad zapisami"))


def fill_of(page, selector):
    return page.evaluate("selector => getComputedStyle(document.querySelector(selector)).fill", selector)


def keep_picture(page, name):
    """Keep a picture where somebody looks at pictures."""
    folder = os.environ.get("QMS_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def tab_to(page, selector, most=80):
    """Press Tab until the focus is on what a selector names."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} presses of Tab")


def test_the_officer_walks_the_panel_by_keyboard(window, office, edition):
    site = office.portal.absolute_url()
    page = window("pelnomocnik", site)
    tab_to(page, "a[href$='@@qms-settings']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".qms-setting")
    tab_to(page, "a[href$='@@workflows']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".qms-flow")
    tab_to(page, "a.qms-flow-state[data-state='in_review']")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("a.qms-flow-state[data-state='in_review'][aria-current]")
    assert page.inner_text("#qms-state-title") == "W sprawdzeniu"
    tab_to(page, "#qms-state a")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nadzór nad zapisami")
    page.go_back()
    tab_to(page, "a[href$='workflow=qms_disposal_workflow']")
    page.keyboard.press("Enter")
    page.wait_for_selector("a.qms-flow-state[data-state='destroying']")
    assert page.locator(".qms-tabs a[aria-current]").inner_text() == "Spis"


def test_the_diagram_is_named_and_described_and_every_page_accessible(window, office, edition):
    site = office.portal.absolute_url()
    page = window("pelnomocnik", f"{site}/@@workflows?state=pending_approval")
    keep_picture(page, "panel-edition")
    tree = page.locator("main").aria_snapshot()
    assert 'group "Schemat przebiegu pracy: Wydanie dokumentu"' in tree
    assert 'link "Do zatwierdzenia' in tree
    description = page.locator("svg.qms-flow > desc").text_content()
    assert description.startswith("Stany: Projekt, W sprawdzeniu, Do zatwierdzenia, Zatwierdzone, Obowiązuje")
    described_by = page.get_attribute("svg.qms-flow", "aria-describedby")
    assert page.locator("svg.qms-flow > desc").get_attribute("id") == described_by
    for name in (*(f"@@workflows?workflow={one}" for one in WORKFLOWS), *OTHERS):
        page.goto(f"{site}/{name}")
        assert violations(page) == []
        assert not wider_than_the_window(page)
        keep_picture(page, f"panel-{name.rpartition('=')[2].strip('@')}")


def test_the_panel_fits_a_phone_and_forced_colours_and_print(window, office, edition):
    site = office.portal.absolute_url()
    phone = window("pelnomocnik", f"{site}/@@workflows?state=in_review", "phone")
    assert violations(phone) == []
    assert not wider_than_the_window(phone)
    keep_picture(phone, "panel-phone")
    phone.emulate_media(forced_colors="active")
    keep_picture(phone, "panel-forced")
    page = window("pelnomocnik", f"{site}/@@workflows?state=in_review")
    page.emulate_media(forced_colors="active")
    keep_picture(page, "panel-forced-desktop")
    # In force stands out by its edge then; its word is on the ground of the page, as every other.
    fills = [fill_of(page, f"[data-state='{state}'] .qms-flow-plate") for state in ("in_force", "draft")]
    assert fills[0] == fills[1] != fill_of(page, "[data-state='in_force'] text")
    page.emulate_media(forced_colors="none", media="print")
    keep_picture(page, "panel-print")
    assert fill_of(page, "[data-state='in_force'] .qms-flow-plate") != fill_of(page, "[data-state='in_force'] text")


def test_where_an_edition_is_now(window, office, edition):
    office.do("sprawdzajacy", edition, "return", reason="Popraw termin")
    office.do("autor", edition, "save", change_description="Poprawiono termin")
    office.do("autor", edition, "submit")
    page = window("autor", edition.absolute_url())
    page.click(".qms-strip-links a:has-text('Gdzie to jest')")
    page.wait_for_selector(".qms-course-standing")
    assert "W sprawdzeniu od" in page.inner_text(".qms-course-standing")
    assert violations(page) == []
    assert not wider_than_the_window(page)
    keep_picture(page, "course")
