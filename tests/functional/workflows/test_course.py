"""*Gdzie to jest*: who is led there, and what it tells of the way of an edition, a document and a record."""

from plone import api
import pytest
from support.archive_office import ArchiveOffice
from support.people import PASSWORD


@pytest.fixture
def edition(office):
    """An edition that was returned once and is in review again."""
    edition = office.submitted(office.register())
    office.do("sprawdzajacy", edition, "return", reason="Popraw termin")
    office.do("autor", edition, "save", change_description="Poprawiono termin")
    return office.do("autor", edition, "submit")


def steps(reader):
    """Return the rows of the steps: title, who and state."""
    rows = reader.page.cssselect("table[aria-labelledby='qms-course-steps'] tbody tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row.cssselect("td, th")] for row in rows]
    return [(title, who, state) for _number, title, _when, who, state, _lasted in cells]


def test_the_way_of_an_edition_with_posts_before_names(edition, browse):
    reader = browse("pelnomocnik")
    reader.open(f"{edition.absolute_url()}/@@course")
    assert reader.status == 200
    assert steps(reader) == [
        ("Submit for review", "Główny specjalista ds. SZJ", "In review"),
        ("Return for correction", "Naczelnik Wydziału Organizacyjnego", "Draft"),
        ("Submit for review", "Główny specjalista ds. SZJ", "In review"),
        ("Begin a new edition", "Główny specjalista ds. SZJ", "Draft"),
    ]
    assert reader.words(".qms-flow-state:has(.qms-flow-ring) .qms-flow-word") == ["In review"]
    lit = {line.get("data-transition") for line in reader.page.cssselect(".qms-flow-line.qms-flow-lit")}
    assert lit == {"submit", "return"}
    assert "Naczelnik Wydziału Organizacyjnego" in " ".join(reader.words("[aria-labelledby='qms-course-acting']"))
    following = " ".join(reader.words("[aria-labelledby='qms-course-next']"))
    assert "Confirm" in following
    assert "description of the change" not in following, "what submits a draft cannot be done now"


def test_a_name_stands_after_its_post(edition, browse):
    api.user.get(userid="sprawdzajacy").setMemberProperties({"fullname": "Anna Nowak"})
    reader = browse("pelnomocnik")
    reader.open(f"{edition.absolute_url()}/@@course")
    assert steps(reader)[1][1] == "Naczelnik Wydziału Organizacyjnego, Anna Nowak"


def test_those_who_act_or_see_the_trail_are_led_there(office, edition, browse):
    document = edition.document
    shown = {"pelnomocnik", "autor", "sprawdzajacy"}
    for login in ("pelnomocnik", "autor", "sprawdzajacy", "pracownik", "autor2", "administrator"):
        reader = browse(login)
        reader.open(f"{edition.absolute_url()}/@@course")
        assert (login, reader.status == 200) == (login, login in shown)
        reader.open(edition.absolute_url())
        assert (login, "/@@course" in reader.contents) == (login, login in shown)
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    office.do("pelnomocnik", edition, "release")
    reader = browse("pracownik")
    reader.open(document.absolute_url())
    assert (reader.status, "/@@course" in reader.contents) == (200, False)
    reader.open(f"{document.absolute_url()}/@@course")
    assert reader.status != 200
    reader = browse("pelnomocnik")
    reader.open(f"{document.absolute_url()}/@@course")
    assert "In force" in reader.words("table[aria-labelledby='qms-course-steps'] tbody tr:first-child td")


def test_a_document_shows_the_way_of_its_open_edition(office, browse):
    document = office.register()
    reader = browse("pelnomocnik")
    reader.open(f"{document.absolute_url()}/@@course")
    assert [state for _title, _who, state in steps(reader)] == ["Draft"]
    office.submitted(document)
    reader = browse("pelnomocnik")
    reader.open(f"{document.absolute_url()}/@@course")
    assert steps(reader)[0][2] == "In review"


def test_records_lists_series_and_acts_have_their_ways_too(office, browse):
    archive = ArchiveOffice(office)
    record = archive.record()
    proposed = archive.proposed(record)
    values = {"symbol": "Z-OR-1", "title": "Protokoły", "owner_unit": "OR", "jrwa_class": "131"}
    series = office.do("pelnomocnik", office.portal["zapisy"], "make-series", **values)
    act = office.record_act()
    reader = browse("archiwista")
    for content, state in ((record, "Waits for the archive's consent"), (proposed, "Proposed for disposal")):
        reader.open(content.absolute_url())
        assert f"{content.absolute_url()}/@@course" in reader.contents
        reader.open(f"{content.absolute_url()}/@@course")
        assert steps(reader)[0][1:] == ("Archiwista zakładowy", state)
    reader = browse("pelnomocnik")
    for content, state in ((series, "Open (series)"), (act, "Recorded")):
        reader.open(content.absolute_url())
        assert f"{content.absolute_url()}/@@course" in reader.contents
        reader.open(f"{content.absolute_url()}/@@course")
        assert [row[2] for row in steps(reader)] == [state]
    reader = browse("pracownik")
    for content in (record, series, act):
        reader.open(content.absolute_url())
        assert "/@@course" not in reader.contents
        reader.open(f"{content.absolute_url()}/@@course")
        assert reader.status != 200
