"""A form goes the whole road of a controlled document, from its registration to the bulletin, over REST."""

from czest.qms import clock
import io
import odfdo
import pytest
from support.client import upload
from support.people import PASSWORD
from support.publishing import ALL_NO
from support.publishing import REQUEST


ODT = "application/vnd.oasis.opendocument.text"
TODAY = clock.today().isoformat()


def fillable():
    """Return the bytes of an ODT file to fill in."""
    document = odfdo.Document("text")
    document.body.clear()
    for line in ("Karta zmian dokumentu", "Symbol dokumentu:", "Opis zmiany:"):
        document.body.append(odfdo.Paragraph(line))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.fixture
def file():
    return fillable()


@pytest.fixture
def registered(client, bulletin):
    body = {"@type": "FormTemplate", "title": "Karta zmian dokumentu", "owner_unit": "PJ"}
    answer = client("autor").post("dokumenty", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def edition(client, registered, file):
    """Address of the first edition, led from its file to force."""
    author = client("autor")
    source = upload("karta-zmian.odt", file, ODT)
    edition = author.operate(registered["@id"], "open-revision", source_file=source).json()["object"]
    people = {"reviewers": ["sprawdzajacy"], "approvers": ["zatwierdzajacy"]}
    assert author.patch(edition, {"change_description": "Pierwsze wydanie", **people}).status_code == 200
    steps = (
        ("autor", "submit", {}, "in_review"),
        ("sprawdzajacy", "review", {"password": PASSWORD}, "pending_approval"),
        ("zatwierdzajacy", "approve", {"password": PASSWORD, "effective_from": TODAY}, "approved"),
        ("pelnomocnik", "release", {}, "in_force"),
    )
    for login, operation, body, state in steps:
        answer = client(login).operate(edition, operation, **body)
        assert answer.status_code == 200, answer.text
        assert answer.json()["state"] == state
    return edition


def test_a_form_is_registered_in_a_series_of_its_own_and_open_by_the_default_of_its_kind(client, registered):
    assert registered["symbol"] == "F-PJ-01"
    officer = client("pelnomocnik").get(registered["@id"]).json()
    assert officer["openness"]["token"] == "public_optional"
    assert officer["openness_basis"] == "udip-8-3-2"


def test_readers_get_the_form_in_force_in_one_click(client, registered, edition, file):
    reader = client("pracownik")
    assert reader.get(registered["@id"]).json()["title"] == "Karta zmian dokumentu"
    page = reader.get(registered["@id"], headers={"Accept": "text/html"}).text
    address = f"{edition}/@@source-file/karta-zmian.odt"
    assert f'href="{address}"' in page
    got = reader.get(address, headers={"Accept": "*/*"})
    assert (got.status_code, got.content) == (200, file)
    assert "Opis zmiany:" in page


def test_the_register_narrows_to_forms(client, registered, edition):
    found = client("pracownik").get("@register?kind=FormTemplate").json()
    assert [item["symbol"] for item in found["items"]] == ["F-PJ-01"]
    assert found["facets"]["kind"]["FormTemplate"] == 1


def test_a_form_is_published_among_the_forms_of_the_bulletin(client, bulletin, registered, edition):
    answer = client("autor").operate(edition, "request-publication", **REQUEST)
    assert answer.status_code == 200, answer.text
    answer = client("redaktor-bip").operate(edition, "publish", password=PASSWORD, checklist=ALL_NO)
    assert answer.status_code == 200, answer.text
    entry = bulletin.look(lambda site: site.restrictedTraverse("dokumenty/F-PJ-01/wydanie-1").snapshot)
    assert (entry.kind, entry.kind_title, entry.section) == ("FormTemplate", "Formularz", "formularze")
    assert [each.name for each in entry.files] == ["f-pj-01-wydanie-1.odt"]


def test_a_revision_of_a_form_replaces_it(client, registered, edition, file):
    """What is in force changes as it does of a procedure, and the earlier edition keeps its file."""
    author = client("autor")
    second = author.operate(registered["@id"], "open-revision").json()["object"]
    values = {"change_description": "Nowe pole", "reviewers": ["sprawdzajacy"], "approvers": ["zatwierdzajacy"]}
    assert author.patch(second, values).status_code == 200
    for login, operation, body in (
        ("autor", "submit", {}),
        ("sprawdzajacy", "review", {"password": PASSWORD}),
        ("zatwierdzajacy", "approve", {"password": PASSWORD, "effective_from": TODAY}),
        ("pelnomocnik", "release", {}),
    ):
        assert client(login).operate(second, operation, **body).status_code == 200
    items = client("pracownik").get(f"{registered['@id']}/@editions").json()["items"]
    assert [(item["number"], item["state"]) for item in items] == [("2", "in_force"), ("1", "superseded")]
    for address in (edition, second):
        got = client("pracownik").get(f"{address}/@@source-file/karta-zmian.odt", headers={"Accept": "*/*"})
        assert got.content == file
