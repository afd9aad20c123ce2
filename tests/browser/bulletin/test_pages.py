"""The public pages as a resident has them: WCAG 2.1 AA, wide and narrow, without scripts, with the keyboard, on paper."""

import pytest
from support.accessibility import violations
from support.bulletin_kinds import KINDS


WINDOWS = ["desktop", "phone"]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a11y_1_axe_finds_nothing(visit, path, window):
    """Official documents, the declaration and the contact included, which no cost excuses (A11Y-2)."""
    # The policy of the site lets no script run, axe neither.
    page = visit(path, window, bypass_csp=True)
    assert violations(page, beyond=["best-practice"]) == []


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a11y_1_nothing_scrolls_sideways(visit, path, width):
    """320 px are 1280 at 400 % (WCAG 1.4.10)."""
    page = visit(path, "phone", bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_asks_its_own_site_only_and_keeps_its_own_policy(visit, chromium, bulletin, path):
    context = chromium.new_context()
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(bulletin.address + path)
    page.wait_for_load_state("networkidle")
    context.close()
    assert all(address.startswith(bulletin.address) for address in asked)
    assert any("bip.css" in address for address in asked)
    assert [text for text in said if "404" not in text or path != KINDS["not found"]] == []


def test_a_resident_finds_a_procedure_without_scripts(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Czego szukasz?").fill("skargi ustnej")
    page.get_by_role("button", name="Szukaj").click()
    page.get_by_role("link", name="Nadzór nad udokumentowanymi informacjami").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Nadzór nad udokumentowanymi informacjami"
    assert page.get_by_text("Obowiązuje od").is_visible()
    page.get_by_role("link", name="Rejestr zmian", exact=True).last.click()


def test_a_resident_on_a_phone_sees_that_a_version_is_archived_and_goes_to_the_newer(visit):
    page = visit("/dokumenty/PS-01/wydanie-5", "phone")
    assert page.get_by_text("Wersja archiwalna – nieobowiązująca").first.is_visible()
    page.get_by_role("link", name="Zobacz wersję obowiązującą").click()
    assert page.url.endswith("/dokumenty/PS-01/wydanie-6")


def test_a_resident_narrows_the_register_of_changes_with_the_keyboard(visit):
    page = visit("/rejestr-zmian")
    page.get_by_label("Miesiąc").select_option("2026-05")
    page.get_by_role("button", name="Pokaż").press("Enter")
    assert page.url.endswith("/rejestr-zmian?miesiac=2026-05")
    assert page.get_by_text("Wycofane").is_visible()


def test_a11y_1_the_keyboard_skips_the_head_and_shows_where_it_is(visit):
    page = visit("/dokumenty/PS-01", bypass_csp=True)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Przejdź do treści")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().left >= 0")
    page.keyboard.press("Tab")
    focused = "getComputedStyle(document.activeElement)"
    assert page.evaluate(f"{focused}.outlineStyle") == "solid"


def test_on_paper_the_text_stays_and_the_ways_around_it_go(visit):
    page = visit("/dokumenty/PS-01", bypass_csp=True)
    page.emulate_media(media="print")
    for gone in ("form.find", "nav.menu", "nav.contents", "ul.actions", "aside.panel"):
        assert not page.locator(gone).first.is_visible()
    for kept in ("h1", ".plate", ".document", "#metryczka", "#rejestr-zmian"):
        assert page.locator(kept).first.is_visible()
    after = "getComputedStyle(document.querySelector('.relations a'), '::after').content"
    # Where a legal act is to be found is written out.
    assert "https://bip.urzad.example/akty/k-14-2024" in page.evaluate(after)


def test_a11y_1_touch_targets_on_a_phone_are_44_high(visit):
    page = visit("/", "phone", bypass_csp=True)
    low = """() => [...document.querySelectorAll('.subjects a, button, .button, main input')]
        .filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
    assert page.evaluate(low) == []
