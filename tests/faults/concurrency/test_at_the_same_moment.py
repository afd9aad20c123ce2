"""Several persons, or one person twice, do something at the same moment: nothing is lost, nothing is doubled.

On a FileStorage behind real HTTP, with the retries of a deployment.
"""

from czest.qms.approval.operations.submit import Submit
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import INumbering
from czest.qms.evidence.interfaces import ITrail
from czest.qms.organisation.interfaces import IDirectory
import datetime
from functools import partial
from plone import api
from plone.protect.authenticator import createToken
import pytest
from support.filestorage import move_to_file_storage
from support.people import add_account
from support.people import PASSWORD
import time
import transaction
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from zope.component import getUtility


PARALLEL = 8


@pytest.fixture
def portal(functional, tmp_path, retries):
    folder = tmp_path / "filestorage"
    folder.mkdir()
    move_to_file_storage(functional, folder)
    return functional["portal"]


def test_the_database_is_a_file_storage(portal, tmp_path):
    storage = portal._p_jar.db().storage
    assert isinstance(storage, FileStorage)
    assert storage.getName() == str(tmp_path / "filestorage" / "Data.fs")


@pytest.fixture
def draft(office):
    made = office.draft(office.register())
    transaction.commit()
    return made


def insistent(ask):
    """Ask again, as the answer says, while others are in the way; return every answer."""
    answers = [ask()]
    while answers[-1].status_code == 409 and "Retry-After" in answers[-1].headers and len(answers) < 20:
        answers.append(ask())
    return answers


def test_parallel_registrations_get_numbers_of_their_own(client, office, at_once):
    body = {"@type": "Procedure", "owner_unit": "PJ"}
    calls = [
        partial(insistent, partial(client("autor").post, "dokumenty", {**body, "title": f"Tytuł {number}"}))
        for number in range(PARALLEL)
    ]
    answers = at_once(calls)
    assert {answer.status_code for attempts in answers for answer in attempts} <= {201, 409}
    registered = [attempts[-1].json() for attempts in answers]
    transaction.begin()
    expected = [f"P-PJ-{number:02}" for number in range(1, PARALLEL + 1)]
    assert sorted(found["symbol"] for found in registered) == expected
    assert sorted(office.library.objectIds()) == expected
    for found in registered:
        document = office.library[found["symbol"]]
        assert document.title == found["title"]
        assert getUtility(INumbering).uid_of(found["symbol"]) == document.UID() == found["UID"]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Procedure")
    assert sorted(brain.symbol for brain in brains) == expected


def test_the_same_key_at_the_same_moment_has_one_effect(client, office, at_once):
    body = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "PJ"}
    headers = {"Idempotency-Key": "ten-sam"}
    calls = [
        partial(insistent, partial(client("autor").post, "dokumenty", body, headers=headers)) for _number in range(4)
    ]
    answers = [attempts[-1] for attempts in at_once(calls)]
    assert {answer.status_code for answer in answers} == {201}
    assert {answer.json()["symbol"] for answer in answers} == {"P-PJ-01"}
    transaction.begin()
    assert list(office.library.objectIds()) == ["P-PJ-01"]


def test_submitting_twice_at_the_same_moment_has_one_effect(client, draft, at_once):
    address = draft.absolute_url()
    answers = at_once([partial(client("autor").operate, address, "submit") for _number in range(2)])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert all(answer.json() for answer in answers)
    trail = client("pelnomocnik").get(f"{draft.document.absolute_url()}/@trail").json()["items"]
    assert [entry["operation"] for entry in trail].count("submit") == 1


def test_of_two_savers_one_wins_and_the_other_is_told(client, draft, at_once):
    address = draft.absolute_url()
    seen = {"If-Match": f'"{draft.digest}"'}
    titles = ("Pierwszy", "Drugi")
    answers = at_once([partial(client("autor").patch, address, {"title": title}, headers=seen) for title in titles])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    winner = next(title for title, answer in zip(titles, answers, strict=True) if answer.status_code == 200)
    assert next(answer for answer in answers if answer.status_code == 409).json()["message"]
    transaction.begin()
    assert draft.title == winner


def conflict(submission, data):
    raise ConflictError("somebody else was faster")


@pytest.fixture
def always_in_conflict(monkeypatch):
    """Let every submission end in a write conflict, and collect the attempts."""
    attempts = []

    def counted(submission, data):
        attempts.append(data)
        conflict(submission, data)

    monkeypatch.setattr(Submit, "write", counted)
    return attempts


def test_a_conflict_that_outlives_the_retries_is_told_in_json(client, draft, always_in_conflict, retries):
    answer = client("autor").operate(draft.absolute_url(), "submit")
    assert answer.status_code == 409, answer.text
    assert len(always_in_conflict) == retries + 1
    assert int(answer.headers["Retry-After"]) > 0
    assert "Try again" in answer.json()["message"]
    assert answer.json()["errors"] == []
    transaction.begin()
    assert state_of(draft) == "draft"


def test_a_conflict_that_outlives_the_retries_is_told_on_a_page(client, draft, always_in_conflict, retries):
    with api.env.adopt_user(username="autor"):
        token = createToken()
    transaction.commit()
    answer = client("autor").call(
        "POST",
        f"{draft.absolute_url()}/@@operation/submit",
        data={"form.buttons.perform": "1", "_authenticator": token},
        headers={"Accept": "text/html", "Accept-Language": "en"},
    )
    assert answer.status_code == 409, answer.text
    assert len(always_in_conflict) == retries + 1
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Try again in a moment" in answer.text
    transaction.begin()
    assert state_of(draft) == "draft"


def test_a_repeated_request_after_a_conflict_is_done_once(client, office, draft, monkeypatch):
    """A key is not used up by a request that ended in a conflict."""
    headers = {"Idempotency-Key": "po-konflikcie"}
    ask = partial(client("autor").post, f"{draft.absolute_url()}/@operations/submit", {}, headers=headers)
    with monkeypatch.context() as patched:
        patched.setattr(Submit, "write", conflict)
        assert ask().status_code == 409
    first, again = ask(), ask()
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    transaction.begin()
    assert state_of(draft) == "in_review"


@pytest.fixture
def checkers(office):
    """Return the logins of as many people who may check as act at once."""
    logins = [f"naczelnik-{number}" for number in range(PARALLEL)]
    for login in logins:
        getUtility(IDirectory).add_post(login, f"Naczelnik {login}", "OR", False, ("reviewer",))
        getUtility(IDirectory).appoint(login, login, datetime.date(2015, 1, 1))
        add_account(login, login)
    transaction.commit()
    return logins


def timed(ask):
    """Return every answer to an insistent question, and the seconds until the last."""
    begun = time.perf_counter()
    return insistent(ask), time.perf_counter() - begun


def all_sign(client, at_once, logins, editions):
    """Let each person sign one edition, all at the same moment, and say how long it took."""
    calls = [
        partial(timed, partial(client(login).operate, edition.absolute_url(), "review", password=PASSWORD))
        for login, edition in zip(logins, editions, strict=True)
    ]
    results = at_once(calls)
    seconds = sorted(taken for _answers, taken in results)
    print(f"{len(calls)} signatures at once: p50 {seconds[len(seconds) // 2]:.2f} s, p95 {seconds[-1]:.2f} s")
    assert {answer.status_code for answers, _taken in results for answer in answers} <= {200, 409}
    assert [answers[-1].status_code for answers, _taken in results] == [200] * len(calls)
    transaction.begin()


def test_eight_people_sign_one_route_at_once_and_none_is_lost(client, office, at_once, checkers):
    edition = office.submitted(office.register(), reviewers=checkers)
    transaction.commit()
    all_sign(client, at_once, checkers, [edition] * PARALLEL)
    assert sorted(signature["login"] for signature in edition.signatures) == checkers
    assert state_of(edition) == "pending_approval"
    trail = getUtility(ITrail)
    assert trail.verify(edition.document.UID()).valid
    assert sum(entry.operation == "review" for entry in trail.entries(edition.document.UID())) == PARALLEL


def test_eight_routes_go_on_at_once(client, office, at_once, checkers):
    editions = [office.submitted(office.register(), reviewers=[login]) for login in checkers]
    transaction.commit()
    all_sign(client, at_once, checkers, editions)
    assert {state_of(edition) for edition in editions} == {"pending_approval"}
    assert all(getUtility(ITrail).verify(edition.document.UID()).valid for edition in editions)
