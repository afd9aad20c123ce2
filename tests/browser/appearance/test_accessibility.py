"""WCAG 2.1 AA of the pieces, in a wide and in a narrow window."""

import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window


SCREENS = [
    ("login", None),
    ("@@qms-sample-document", "pracownik"),
    ("@@qms-sample-edition", "pracownik"),
    ("@@qms-sample-list", "pracownik"),
    ("@@qms-sample-approval", "pracownik"),
    ("nie-ma-takiej-strony", "pracownik"),
    ("insufficient-privileges", "pracownik"),
    ("@@personal-information", "pracownik"),
    ("@@change-password", "pracownik"),
    ("@@my-deputies", "pracownik"),
    ("@@my-deputies-appoint", "pracownik"),
    ("@@organisation-deputies", "pelnomocnik"),
    ("@@qms-settings", "pelnomocnik"),
    ("@@qms-documents", "pelnomocnik"),
    ("@@qms-publication", "pelnomocnik"),
]


def test_axe_finds_what_is_wrong(browse):
    page = browse("@@qms-sample-list")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input type=\"text\">')")
    assert [rule for rule, _nodes in violations(page)] == ["label"]


#: Elements that reach beyond the window, unless a frame of their own scrolls them.
BEYOND = """() => [...document.querySelectorAll('body *')]
    .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .filter(part => !part.closest('.qms-table-frame'))
    .map(part => part.tagName + '.' + part.className)"""


def scrolls_sideways(page):
    wider = wider_than_the_window(page)
    return page.evaluate(BEYOND) or ["the page"] if wider else []


@pytest.mark.parametrize("window", ["desktop", "phone"])
@pytest.mark.parametrize(("path", "login"), SCREENS)
def test_no_violation_and_nothing_scrolls_sideways(browse, path, login, window):
    page = browse(path, login, window)
    assert scrolls_sideways(page) == []
    assert violations(page) == []


def test_a_page_holds_at_four_times_its_size(browse):
    page = browse("@@qms-sample-document")
    page.set_viewport_size({"width": 320, "height": 256})
    assert scrolls_sideways(page) == []


def test_the_focus_is_seen(browse):
    page = browse("@@qms-sample-document")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "qms-skip"
    page.keyboard.press("Tab")
    style = page.evaluate(
        "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
    )
    assert style == ["solid", "3px"]


def test_nothing_moves_for_those_who_ask_for_it(browse):
    page = browse("@@qms-sample-document", reduced_motion="reduce")
    page.click("a[data-qms-dialog]")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate("getComputedStyle(document.querySelector('dialog')).animationName") == "none"


def test_a_state_keeps_its_border_and_word_without_colours(browse):
    page = browse("@@qms-sample-list", forced_colors="active")
    borders = page.evaluate(
        "[...document.querySelectorAll('.qms-plate')].map(plate => getComputedStyle(plate).borderTopWidth)"
    )
    assert borders and set(borders) == {"1px"}
