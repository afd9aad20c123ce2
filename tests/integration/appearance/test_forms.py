"""Fields of every z3c.form form: label, hint, error, input, in this order."""

from czest.qms.appearance.forms import correction
from czest.qms.appearance.forms import form_errors
from czest.qms.appearance.operation_form import OperationFormPage
from lxml import html
from plone.autoform.form import AutoExtensibleForm
import pytest
from z3c.form import button
from z3c.form.form import Form
from zope import schema
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant


class IAnswers(Interface):
    reason = schema.TextLine(title="Powód", description="Trafi do autora.")
    day = schema.Date(title="Dzień", required=False)
    kind = schema.Choice(title="Rodzaj", values=["a", "b"], required=False)
    password = schema.Password(title="Hasło")

    @invariant
    def reason_is_said(data):
        if getattr(data, "reason", None) == "zły":
            raise Invalid("Powód nie wystarcza.")


class Answers(OperationFormPage, AutoExtensibleForm, Form):
    schema = IAnswers
    label = "Zwrot"
    wide_fields = ("reason",)
    consequences = ("Wydanie wróci do autora.",)
    signature = ("Podpis: Sekretarz Miasta",)
    subject = {"title": "PS-04", "edge": None, "rows": [{"label": "Zmiany", "value": "6"}]}

    @button.buttonAndHandler("Zwróć", name="send")
    def send(self, action):
        self.extractData()


@pytest.fixture
def answer(portal, request_):
    """Return a function that submits the form and gives the form and its page."""

    def submit(**values):
        request_.environ["REQUEST_METHOD"] = request_.method = "POST" if values else "GET"
        request_.form.clear()
        request_.form.update({f"form.widgets.{name}": value for name, value in values.items()})
        if values:
            request_.form["form.buttons.send"] = "x"
        form = Answers(portal, request_)
        form.update()
        return form, html.fromstring(form.render())

    return submit


def field(page, name):
    (found,) = page.cssselect(f'[data-fieldname="form.widgets.{name}"]')
    return found


def test_an_untouched_form_shows_no_error(answer):
    form, page = answer()
    assert form_errors(form) == []
    assert page.cssselect(".qms-error, [data-qms-errors]") == []


def test_label_hint_error_and_input_stand_in_this_order(answer):
    _form, page = answer(reason="", day="", password="x")
    parts = [child.get("class").split()[0] for child in field(page, "reason")][:3]
    assert parts == ["qms-label", "qms-hint", "qms-error"]
    entry = page.get_element_by_id("form-widgets-reason")
    assert entry.get("aria-describedby") == "form-widgets-reason-hint form-widgets-reason-error"
    assert entry.get("aria-invalid") == "true"
    for name in entry.get("aria-describedby").split():
        page.get_element_by_id(name)


def test_only_the_optional_is_marked(answer):
    _form, page = answer()
    assert field(page, "day").cssselect(".qms-optional")[0].text == "(optional)"
    assert field(page, "reason").cssselect(".qms-optional") == []


def test_the_summary_links_to_the_fields_that_are_wrong(answer):
    form, page = answer(reason="", day="1 lipca", password="x")
    links = [link.get("href") for link in page.cssselect("[data-qms-errors] li a")]
    assert links == ["#form-widgets-reason", "#form-widgets-day"]
    for link in links:
        page.get_element_by_id(link[1:])
    (summary,) = page.cssselect("[data-qms-errors] p")
    assert " ".join(summary.text_content().split()) == "Not saved. Correct 2 fields – the other data is kept."


@pytest.mark.parametrize(("wrong", "words"), [(1, "Popraw 1 pole"), (3, "Popraw 3 pola"), (5, "Popraw 5 pól")])
def test_numerals_of_the_summary(portal, wrong, words):
    sentence = translate(correction([{}] * wrong), target_language="pl")
    assert sentence == f"{words} – pozostałe dane zachowano."


def test_errors_say_what_to_do(answer):
    form, page = answer(reason="", day="2026-02-30", password="x")
    assert [str(error["message"]) for error in form_errors(form)] == [
        "This field is required.",
        "Give a day of the calendar as yyyy-mm-dd.",
    ]
    assert field(page, "day").cssselect(".qms-error")[0].text_content().strip().startswith("Give a day")


def test_an_error_of_the_whole_form_names_no_field(answer):
    form, page = answer(reason="zły", day="", password="x")
    assert form_errors(form) == [{"message": "Powód nie wystarcza.", "label": None, "target": None}]
    (item,) = page.cssselect("[data-qms-errors] li")
    assert item.text_content().strip() == "Powód nie wystarcza."
    assert item.cssselect("a") == []


def test_data_is_kept_and_the_password_emptied(answer):
    _form, page = answer(reason="Brak podstawy", day="2026-13-40", password="tajne")
    assert page.get_element_by_id("form-widgets-reason").get("value") == "Brak podstawy"
    assert page.get_element_by_id("form-widgets-day").get("value") == "2026-13-40"
    assert page.get_element_by_id("form-widgets-password").get("value") == ""
    assert "tajne" not in html.tostring(page, encoding="unicode")


def test_a_date_is_typed(answer):
    _form, page = answer()
    entry = page.get_element_by_id("form-widgets-day")
    assert (entry.get("type"), entry.get("inputmode")) == ("text", "numeric")
    assert "(yyyy-mm-dd)" in field(page, "day").cssselect(".qms-hint")[0].text_content()


def test_a_typed_date_becomes_a_date(answer, request_, portal):
    form, _page = answer(reason="x", day="2026-07-01", password="x")
    data, errors = form.extractData()
    assert (data["day"].isoformat(), errors) == ("2026-07-01", ())


def test_the_page_of_an_operation_has_its_parts(answer):
    _form, page = answer()
    (operation,) = page.cssselect("main .qms-operation")
    assert operation.cssselect(".qms-dialog-title")[0].text == "Zwrot"
    assert operation.cssselect(".qms-subject-title")[0].text == "PS-04"
    assert [item.text for item in operation.cssselect(".qms-consequences li")] == ["Wydanie wróci do autora."]
    assert "Podpis: Sekretarz Miasta" in operation.cssselect(".qms-signature")[0].text_content()
    assert operation.cssselect(".qms-signature input[type=password]")
    assert operation.cssselect("input[name=_authenticator]")[0].get("value")
    (primary,) = operation.cssselect("button.btn-primary")
    assert primary.get("name") == "form.buttons.send"
    assert "qms-field-wide" in field(page, "reason").get("class")


def test_a_group_of_choices_is_named_by_its_label(portal, request_):
    from z3c.form.browser.radio import RadioFieldWidget

    class Radios(Answers):
        def updateFields(self):
            super().updateFields()
            self.fields["kind"].widgetFactory = RadioFieldWidget

    form = Radios(portal, request_)
    form.update()
    page = html.fromstring(form.render())
    group = field(page, "kind")
    assert group.get("role") == "group"
    assert page.get_element_by_id(group.get("aria-labelledby")).text_content().startswith("Rodzaj")
    assert group.cssselect("label.qms-label") == []


def test_stock_forms_are_drawn_by_the_same_template(portal, request_):
    from plone import api

    with api.env.adopt_roles(["Manager"]):
        page = html.fromstring(api.content.get_view("site-controlpanel", portal, request_)())
    assert page.cssselect(".qms-field .qms-label[for=form-widgets-site_title]")
    assert page.cssselect(".qms-bar")
