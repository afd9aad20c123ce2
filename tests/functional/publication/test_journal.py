"""The journal of the bulletin: what changed, what was refused, and signing it off."""

from czest.qms import clock
from czest.qms.publication.journal import keeping
import datetime
import pytest
from support.bulletin_desk import EDITORS
from support.bulletin_desk import ledger
from support.bulletin_desk import tasks_of
from support.bulletin_desk import traced
from support.people import PASSWORD
import transaction


@pytest.fixture
def url(portal):
    return lambda page="bulletin-journal": f"{portal.absolute_url()}/@@{page}"


def acts():
    return [(row.act, row.by, row.what) for row in ledger().journal.unreviewed()]


def test_every_change_has_its_row(edition, ask, publish, client, office):
    ask(edition)
    publish(edition)
    client("redaktor-bip").patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "Dane."})
    client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Omyłka.")
    assert acts() == [
        ("published", "redaktor-bip", "P-PJ-01/1"),
        ("edited", "redaktor-bip", "redakcja"),
        ("withdrawn", "redaktor-bip", "P-PJ-01/1"),
    ]


def test_what_ceases_to_be_in_force_has_its_row(edition, ask, publish, office):
    ask(edition)
    publish(edition)
    office.in_force(edition.document)
    transaction.commit()
    assert [act for act, _by, _what in acts()] == ["published", "archived"]


@pytest.mark.parametrize("operation", ["publish", "refuse-publication", "unpublish"])
def test_an_attempt_without_the_right_is_noted_though_the_request_is_refused(edition, ask, client, operation):
    ask(edition)
    body = {"password": PASSWORD, "reason": "x"}
    answer = client("pracownik").operate(edition.absolute_url(), operation, **body)
    assert answer.status_code == 403
    assert acts() == [("denied", "pracownik", "P-PJ-01/1")]
    assert ledger().journal.unreviewed()[0].operation == operation
    entry = traced()[-1]
    assert (entry.operation, entry.actor) == ("denied-in-bulletin", "pracownik")
    assert entry.details == {"operation": operation, "what": "P-PJ-01/1"}


def test_looking_is_no_attempt_and_asking_is_nobodys_to_note(edition, ask, client, browse):
    ask(edition)
    client("pracownik").get(f"{edition.absolute_url()}/@operations")
    reader = browse("pracownik")
    reader.open(f"{edition.absolute_url()}/@@operation/refuse-publication")
    client("pracownik").operate(edition.absolute_url(), "request-publication")
    assert acts() == []


def test_an_attempt_to_change_a_page_is_noted(client, bulletin):
    assert client("autor").patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "x"}).status_code == 403
    assert client("autor").patch("@bulletin-pages/Jan%20Kowalski", {"what": "x"}).status_code == 403
    assert acts() == [("denied", "autor", "redakcja"), ("denied", "autor", "")]
    assert ledger().pages.newest("redakcja").number == 1


def test_the_editor_signs_off_what_was_shown(client, browse, bulletin, url):
    editor, other = browse("redaktor-bip"), browse("redaktor-bip")
    editor.open(url())
    assert "Nothing has happened since the last sign-off." in editor.contents
    client("autor").patch("@bulletin-pages/redakcja", {"what": "x"})
    client("redaktor-bip").patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "x"})
    editor.open(url())
    other.open(url())
    assert "1 refused attempt to change the bulletin." in editor.contents
    assert "Refused attempt: to change a page" in editor.words("tbody td")
    client("autor2").patch("@bulletin-pages/redakcja", {"what": "x"})
    editor.getControl("Sign off up to row 2").click()
    assert editor.url == url()
    (made,) = ledger().journal.sign_offs
    assert (made.by, made.upto, made.rows, made.attempts) == ("redaktor-bip", 2, 2, 1)
    assert [row.by for row in ledger().journal.unreviewed()] == ["autor2"]
    assert traced()[-1].operation == "sign-off-journal"
    assert "Redaktor BIP" in editor.words("table:last-of-type td")[-4]
    other.getControl("Sign off up to row 2").click()
    assert other.status == 409
    assert "Somebody else has signed these rows off meanwhile." in other.contents
    assert len(ledger().journal.sign_offs) == 1


@pytest.mark.parametrize("upto", ["", "x", "0", "99", "-1"])
def test_no_row_that_is_not_there_is_signed_off(client, browse, bulletin, url, upto):
    client("redaktor-bip").patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "x"})
    editor = browse("redaktor-bip")
    editor.open(url())
    token = editor.getControl(name="_authenticator", index=0).value
    editor.post(url(), f"_authenticator={token}&upto={upto}")
    assert editor.status in (400, 409)
    assert ledger().journal.sign_offs == ()


def test_looking_through_is_a_task_from_the_next_working_day_on(browse, bulletin, portal):
    friday = datetime.date(2026, 11, 27)
    with clock.stopped_at(friday):
        ledger().journal.note(clock.now().isoformat(), keeping.EDITED, "redaktor-bip", "redakcja")
        transaction.commit()
    for day, waiting in ((27, False), (29, False), (30, True)):
        with clock.stopped_at(datetime.date(2026, 11, day)):
            found = tasks_of(browse("redaktor-bip"), portal.absolute_url())
            assert [(task["operation"], task["due"]) for task in found] == [("review-journal", "2026-11-30")] * waiting
            assert tasks_of(browse("pelnomocnik"), portal.absolute_url()) == []
