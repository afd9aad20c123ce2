"""The officer changes a word by keyboard alone, sees what would happen, saves it with a reason, and takes it back."""

import os
from pathlib import Path
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window


FORMS = (
    "@@workflow-settings",
    "@@workflow-letter?letter=daily_list",
    "@@workflow-optional-states",
    "@@workflow-rights?state=in_review",
    "@@workflow-import",
    "@@workflow-drift",
)


@pytest.fixture
def edition(office):
    """An edition on its way."""
    return office.submitted(office.register(title="Nadzór nad zapisami"))


def require_sound(page, name):
    """Check that a page has no barrier and is not wider than its window; keep a picture where somebody looks at them."""
    assert violations(page) == []
    assert not wider_than_the_window(page), name
    folder = os.environ.get("QMS_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"editing-{name}.png", full_page=True)


def tab_to(page, selector, most=140):
    """Press Tab until the focus is on what a selector names."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} presses of Tab")


def press_enter(page, wait_for):
    page.keyboard.press("Enter")
    page.wait_for_selector(wait_for)


def test_from_changing_a_word_to_taking_it_back(window, office, edition):
    site = office.portal.absolute_url()
    page = window("pelnomocnik", f"{site}/@@workflows")
    tab_to(page, "a[href*='@@workflow-words']")
    press_enter(page, ".qms-manager-form")
    require_sound(page, "words")
    tab_to(page, "[name='state.in_review.title.pl']")
    page.keyboard.press("Control+A")
    page.keyboard.type("W opiniowaniu")
    press_enter(page, "#manager-reason")
    assert page.inner_text(".qms-manager-open").startswith("W drodze teraz: 1 wydanie: W opiniowaniu 1")
    require_sound(page, "preview")
    tab_to(page, "#manager-reason")
    page.keyboard.type("Uchwała zespołu")
    tab_to(page, "button[name='save']:not(.visually-hidden)")
    press_enter(page, "a.qms-flow-state[data-state='in_review']:has-text('W opiniowaniu')")
    tab_to(page, "a[href$='@@workflow-history']")
    press_enter(page, ".qms-manager-change")
    assert "Uchwała zespołu" in page.inner_text(".qms-manager-change")
    require_sound(page, "history")
    tab_to(page, "a[href*='@@workflow-undo']")
    press_enter(page, "#manager-reason")
    tab_to(page, "#manager-reason")
    page.keyboard.type("Jednak nie")
    tab_to(page, "button[name='save']:not(.visually-hidden)")
    press_enter(page, "#change-2")
    page.goto(f"{site}/@@workflows")
    assert page.locator("a.qms-flow-state[data-state='in_review']:has-text('W sprawdzeniu')").is_visible()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_form_is_without_barriers(window, office, edition, size):
    site = office.portal.absolute_url()
    page = window("pelnomocnik", site, size)
    for form in FORMS:
        page.goto(f"{site}/{form}")
        require_sound(page, f"{form.strip('@').partition('?')[0]}-{size}")
    page.goto(f"{site}/@@workflow-letter?letter=daily_list")
    page.fill("[name='pl.text']", "Zadania na dziś:\n\n${tasks}\n\nWszystkie: ${address}")
    page.click("button[name='preview']:not(.visually-hidden)")
    page.wait_for_selector(".qms-manager-letter")
    require_sound(page, f"letter-{size}")
    page.goto(f"{site}/@@workflow-optional-states")
    page.check("[name='agreement.offered']")
    page.click("button[name='preview']:not(.visually-hidden)")
    page.wait_for_selector(".qms-manager-diagrams")
    require_sound(page, f"diagrams-{size}")
