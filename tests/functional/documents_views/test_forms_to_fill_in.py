"""The page of a document leads to the forms that a person may fill in, where a room above tells of any."""

from lxml import html
import pytest
from support.fillable_forms import room_above
from support.office import file_named


@pytest.fixture
def room_of_records():
    with room_above():
        yield


def links(pages, login, content):
    """Return the words, the description and the address of every link to a form, as assistive technology has them."""
    page = html.fromstring(pages.read(login, content))
    return [
        (
            " ".join(link.text_content().split()),
            page.get_element_by_id(link.get("aria-describedby")).text_content(),
            link.get("href"),
        )
        for link in page.cssselect("section[aria-labelledby=qms-forms] a")
    ]


def in_force(office, past, **data):
    document = past(9, office.register, **data)
    past(9, office.in_force, document, attachments=[file_named("druk.txt")])
    return document


def test_where_no_series_takes_what_is_filled_in_nothing_is_offered(office, past, pages, document):
    form = in_force(office, past, kind="FormTemplate", title="Karta zmian")
    for content in (document, form):
        text = pages.read("pracownik", content)
        assert "Fill in the form" not in text
        assert "qms-forms" not in text


def test_a_procedure_leads_to_its_forms(pages, document, room_of_records):
    address = f"{document.absolute_url()}/@@fill"
    expected = [("Fill in the form", f"Karta <{number}>", f"{address}?form={number}") for number in (1, 2)]
    assert links(pages, "pracownik", document) == expected
    assert links(pages, "pracownik", document.edition_in_force()) == expected


def test_a_form_leads_to_itself_beside_its_files(office, past, pages, room_of_records):
    form = in_force(office, past, kind="FormTemplate", title="Karta zmian")
    assert len(links(pages, "pracownik", form)) == 1
    beside = html.fromstring(pages.read("pracownik", form)).cssselect("aside.qms-aside-first")
    (aside,) = beside
    assert aside.get("aria-label") == "Forms and files"
    assert [title.text_content() for title in aside.cssselect("h2")] == ["Forms", "Forms and attachments"]


def test_whoever_may_fill_in_none_sees_no_panel(pages, document, room_of_records):
    assert links(pages, "auditor", document) == []
    assert "qms-forms" not in pages.read("auditor", document)


def test_nothing_is_filled_in_on_what_is_not_in_force(office, past, pages, document, room_of_records):
    first = document.edition_in_force()
    past(5, office.in_force, document)
    assert links(pages, "pracownik", first) == []
    draft = past(3, office.draft, document)
    assert links(pages, "autor", draft) == []
    assert len(links(pages, "pracownik", document)) == 2
    past(2, office.do, "autor", draft, "discard", reason="Zbędny")
    past(1, office.do, "pelnomocnik", document, "withdraw", reason="Uchylono")
    assert links(pages, "pracownik", document) == []
