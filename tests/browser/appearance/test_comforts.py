"""What the script adds: the search key, the menu of phones, dialogs; and that pages do without it."""


def test_the_slash_leads_to_the_search_field(browse):
    page = browse("@@qms-sample-document")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "SearchableText"
    page.keyboard.type("a/b")
    assert page.input_value("[name=SearchableText]") == "a/b"


def test_the_menu_of_a_phone_opens_and_closes(browse):
    page = browse("@@qms-sample-document", window="phone")
    assert not page.is_visible(".qms-nav")
    page.click("[data-qms-toggle=qms-navigation]")
    assert page.is_visible(".qms-nav") and page.is_visible(".qms-user")
    assert page.get_attribute("[data-qms-toggle=qms-navigation]", "aria-expanded") == "true"
    page.click("[data-qms-toggle=qms-navigation]")
    assert not page.is_visible(".qms-nav")


def test_the_menu_of_a_phone_opens_without_scripts(browse):
    page = browse("@@qms-sample-document", window="phone", java_script_enabled=False)
    page.click("[data-qms-toggle=qms-navigation]")
    assert page.is_visible(".qms-nav")


def test_the_contents_follow_the_reading(browse):
    page = browse("@@qms-sample-document")
    page.evaluate("window.scrollTo(0, document.getElementById('opis').getBoundingClientRect().top + scrollY - 50)")
    page.wait_for_function("document.querySelector('.qms-contents [aria-current]').hash === '#opis'")


def test_an_operation_opens_as_a_dialog_and_escapes_without_effect(browse):
    page = browse("@@qms-sample-document")
    page.click("a[data-qms-dialog]")
    page.wait_for_selector("dialog[open] .qms-operation")
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.matches('a[data-qms-dialog]')")


def test_a_refused_operation_stays_in_its_dialog_and_keeps_the_data(browse):
    page = browse("@@qms-sample-document")
    address = page.url
    page.click("a[data-qms-dialog]")
    page.fill("dialog textarea", "Uwaga")
    page.fill("dialog [type=password]", "x")
    page.click("dialog .btn-primary")
    page.wait_for_selector("dialog [data-qms-errors]")
    assert page.url == address
    assert page.input_value("dialog textarea") == "Uwaga"
    assert page.input_value("dialog [type=password]") == ""
    assert page.evaluate("document.activeElement.hasAttribute('data-qms-errors')")
    page.click("dialog [data-qms-errors] a")
    assert page.evaluate("document.activeElement.name || location.hash").endswith("effective_from")


def test_a_performed_operation_leads_on(browse):
    page = browse("@@qms-sample-document")
    page.click("a[data-qms-dialog]")
    page.fill("dialog [name='form.widgets.effective_from']", "2027-01-01")
    page.fill("dialog [type=password]", "x")
    with page.expect_navigation():
        page.click("dialog .btn-primary")
    assert page.url.endswith("@@qms-sample-document")
    assert page.locator("dialog").count() == 0


def test_an_operation_is_a_page_of_its_own_without_scripts(browse):
    page = browse("@@qms-sample-document", java_script_enabled=False)
    page.click("a[data-qms-dialog]")
    page.wait_for_url("**/@@qms-sample-approval")
    page.click(".btn-primary")
    assert page.is_visible("[data-qms-errors]")


def test_a_calendar_helps_with_a_date(browse):
    page = browse("@@qms-sample-approval")
    button = page.locator(".qms-calendar-button")
    assert button.get_attribute("aria-label") == "Choose from a calendar"
    page.evaluate(
        """() => {
            const calendar = document.querySelector('.qms-calendar');
            calendar.value = '2027-01-01';
            calendar.dispatchEvent(new Event('change'));
        }"""
    )
    assert page.input_value("[name='form.widgets.effective_from']") == "2027-01-01"


def test_a_button_cannot_be_pressed_twice(browse):
    page = browse("@@qms-sample-approval")
    page.evaluate(
        "document.querySelector('form.qms-operation').addEventListener('submit', event => event.preventDefault())"
    )
    page.click(".btn-primary")
    assert page.locator(".btn-primary").inner_text() == "Podpisywanie…"
    assert page.get_attribute(".btn-primary", "aria-busy") == "true"
