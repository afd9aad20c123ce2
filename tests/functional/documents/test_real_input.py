"""The city's press release goes through the whole life, in every form in which an author may bring it."""

from czest.qms import clock
import html
import pytest
import re
from support.client import upload
from support.people import PASSWORD


TYPES = {
    "txt": "text/plain",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
TODAY = clock.today().isoformat()
ROUTE = {"reviewers": ["sprawdzajacy"], "approvers": ["zatwierdzajacy"], "change_description": "Informacja prasowa"}


def words(page):
    """Return the words that a reader of a page sees, with ordinary spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).replace("\xa0", " ").split())


def released(client, edition):
    """Lead a draft into force."""
    for login, operation_id, body in (
        ("autor", "submit", {}),
        ("sprawdzajacy", "review", {"password": PASSWORD}),
        ("zatwierdzajacy", "approve", {"password": PASSWORD, "effective_from": TODAY}),
        ("pelnomocnik", "release", {}),
    ):
        answer = client(login).operate(edition, operation_id, **body)
        assert answer.status_code == 200, answer.text
    return answer.json()["state"]


@pytest.mark.parametrize("extension", TYPES)
def test_press_release_lives_its_whole_life(client, sample_text, office_convert, extension):
    author = client("autor")
    data = sample_text if extension == "txt" else office_convert(sample_text, extension)
    document = author.post(
        "dokumenty", {"@type": "Instruction", "title": "Nowy certyfikat ISO", "owner_unit": "PJ"}
    ).json()["@id"]
    source = upload(f"informacja.{extension}", data, TYPES[extension])
    answer = author.operate(document, "open-revision", **{"from": "file", "source_file": source})
    assert answer.status_code == 200, answer.text
    first = answer.json()["object"]
    assert author.patch(first, ROUTE).status_code == 200
    assert released(client, first) == "in_force"

    page = client("pracownik").session.get(document, headers={"Accept": "text/html"})
    assert page.status_code == 200
    seen = words(page.text)
    assert "Urząd Miasta Częstochowy w wyniku auditu przeprowadzonego przez Polskie Centrum Badań" in seen
    assert "rozwój programów społecznych i prozdrowotnych" in seen
    found = client("pracownik").get("@search?SearchableText=certyfikatu&portal_type=Instruction").json()
    assert found["items_total"] == 1

    second = author.operate(document, "open-revision", **{"from": "current"}).json()["object"]
    body = author.get(second).json()["body"]["data"].replace("kolejne 3 lata", "kolejne trzy lata")
    assert author.patch(second, {**ROUTE, "body": body}).status_code == 200
    assert released(client, second) == "in_force"
    editions = client("pracownik").get(f"{document}/@editions").json()["items"]
    assert [edition["state"] for edition in editions] == ["in_force", "superseded"]
    old = client("pracownik").session.get(first, headers={"Accept": "text/html"}).text
    assert "To wydanie nie obowiązuje" in old or "This edition is not in force" in old
