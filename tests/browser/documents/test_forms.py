"""The page of a form and of a procedure with forms to fill in, in a wide and in a narrow window."""

import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.fillable_forms import room_above
from support.office import file_named


@pytest.fixture
def room_of_records():
    with room_above():
        yield


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize(("kind", "count"), [("FormTemplate", 1), ("Procedure", 2)])
def test_the_way_to_fill_in_a_form_is_accessible(window, office, room_of_records, tmp_path, kind, count, size):
    document = office.register(kind=kind, title="Karta zmian dokumentu")
    office.in_force(document, title="Karta zmian dokumentu", attachments=[file_named("karta-zmian.txt")])
    page = window("pracownik", document.absolute_url(), size)
    page.screenshot(path=tmp_path / f"{kind}-{size}.png", full_page=True)
    assert violations(page) == []
    assert not wider_than_the_window(page)
    links = page.get_by_role("link", name="Wypełnij formularz")
    assert links.count() == count
    assert all(link.is_visible() for link in links.all())
    if size == "phone":
        assert min(link.bounding_box()["height"] for link in links.all()) >= 44
