"""What a person waits for: beside the tasks, on a page of its own, and through REST."""

import pytest
import transaction


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"], change_description="Termin 14 dni")
    transaction.commit()
    return edition


def test_rest_names_who_has_it(client, edition):
    (item,) = client("autor").get("@tasks").json()["waiting_for_others"]
    since = item.pop("since")
    assert since.count("-") == 2
    assert item == {
        "object": edition.absolute_url(),
        "symbol": edition.document.symbol,
        "title": edition.title,
        "number": "1",
        "state": "in_review",
        "waits_for": ["person:radca"],
        "due": None,
    }
    for login in ("radca", "zatwierdzajacy", "pracownik", "administrator"):
        assert client(login).get("@tasks").json()["waiting_for_others"] == []


def test_the_author_sees_it_beside_his_tasks(browse, portal, edition):
    browser = browse("autor")
    browser.open(f"{portal.absolute_url()}/@@tasks")
    assert edition.document.symbol in browser.words(".qms-beside")[0]
    browser.getLink("I wait for others").click()
    assert browser.url.endswith("@@sent")
    (row,) = browser.words("tbody tr")
    assert edition.document.symbol in row and "Radca prawny" in row


def test_the_reviewer_reads_what_changes_inside_the_task(browse, portal, edition):
    browser = browse("radca")
    browser.open(f"{portal.absolute_url()}/@@tasks")
    assert browser.words(".qms-inbox-change") == ["What changes: Termin 14 dni"]
    assert browser.words(".qms-tabs-far") == []
