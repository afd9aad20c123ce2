"""The officer keeps templates of routes in Chromium: accessible, with scripts off, by the keyboard alone."""

from czest.qms.approval.interfaces import IRouteTemplates
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.routes import procedures
import transaction
from zope.component import getUtility


PAGES = ("routes", "route-template?id=procedury", "routes-change?id=procedury", "routes-remove?id=procedury")


@pytest.fixture
def kept(office):
    office.keep_template(procedures())
    transaction.commit()
    return getUtility(IRouteTemplates)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_pages_are_accessible(window, kept, office, size):
    page = window("pelnomocnik", office.portal.absolute_url(), size)
    for name in PAGES:
        page.goto(f"{office.portal.absolute_url()}/@@{name}")
        assert violations(page) == [], name
        assert not wider_than_the_window(page), name
    page.goto(f"{office.portal.absolute_url()}/@@routes-add")
    page.click("button[name=save]")
    page.wait_for_selector("[data-qms-errors]")
    assert violations(page) == []


def test_enter_saves_and_a_stage_is_added_without_scripts(window, kept, office):
    address = f"{office.portal.absolute_url()}/@@routes-change?id=procedury"
    page = window("pelnomocnik", address, java_script_enabled=False)
    page.focus("[name=add-stage]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("select[name='stages.3.participants:list']").count() == 2
    page.select_option("#route-stages-3-participants-1", "post:radca-prawny")
    page.fill("#route-title", "Procedury i radca")
    with page.expect_navigation():
        page.press("#route-title", "Enter")
    assert page.url.endswith("@@route-template?id=procedury")
    assert "Sprawdzenie: Radca prawny" in page.locator("main section ol").inner_text()
    transaction.begin()
    template = kept.template("procedury")
    assert (template.title, len(template.stages)) == ("Procedury i radca", 4)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_author_sees_the_route_on_the_edit_page_and_at_submit(window, kept, office, size):
    edition = office.do("autor", office.register(), "open-revision")
    page = window("autor", f"{edition.absolute_url()}/edit", size)
    words = page.locator("main").inner_text()
    assert "Trasę określa szablon Procedury:" in " ".join(words.split())
    assert "Opinia: Radca prawny; 5 dni; brak odpowiedzi oznacza brak uwag" in words
    assert violations(page) == []
    page.goto(f"{edition.absolute_url()}/@@operation/submit")
    assert "Zatwierdzenie: Sekretarz Miasta" in page.locator(".qms-consequences").inner_text()
    assert violations(page) == []
