"""``@deputies``: everybody keeps his own deputies, the officer everybody's, nobody becomes one by himself."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
import datetime
import pytest
from support.client import Client
from support.people import PASSWORD
import transaction
from zope.component import getUtility


@pytest.fixture
def today():
    return clock.today()


@pytest.fixture
def asked(today):
    """Return a function that gives the body of an appointment."""

    def asked(**changes):
        body = {
            "person": "radca",
            "deputy": "informatyk",
            "from": today.isoformat(),
            "until": (today + datetime.timedelta(10)).isoformat(),
            "mandate": "upoważnienie 3/2026",
        }
        return {**body, **changes}

    return asked


def deputyships():
    transaction.begin()
    return getUtility(IDirectory).deputyships()


def fields(answer):
    return [error["field"] for error in answer.json()["errors"]]


def test_a_person_appoints_a_deputy_of_his_own(client, asked):
    answer = client("radca").post("@deputies", asked(kinds=["Procedure"]))
    assert answer.status_code == 201, answer.text
    address = answer.json()["@id"]
    assert answer.headers["Location"] == address
    shown = client("informatyk").get(address)
    assert shown.status_code == 200
    assert shown.json() == {"@id": address, "id": 1, "standing": "acting", **asked(kinds=["Procedure"])}
    (stored,) = deputyships()
    assert (stored.person, stored.deputy, stored.kinds) == ("radca", "informatyk", {"Procedure"})
    entry = getUtility(IDirectory).log()[0]
    assert (entry.actor, entry.change) == ("radca", "appoint_deputy")


def test_the_same_request_under_the_same_key_appoints_once(client, asked):
    key = {"Idempotency-Key": "0b6f3c1e"}
    first = client("radca").post("@deputies", asked(), headers=key)
    again = client("radca").post("@deputies", asked(), headers=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert client("radca").post("@deputies", asked(until=None), headers=key).status_code == 409
    assert len(deputyships()) == 1


def test_staff_appoint_for_nobody_else_and_nobody_appoints_himself(client, asked):
    for login, body in (
        ("informatyk", asked()),
        ("autor", asked()),
        ("pelnomocnik", asked(deputy="pelnomocnik")),
        ("administrator", asked(deputy="administrator")),
    ):
        answer = client(login).post("@deputies", body)
        assert answer.status_code == 403, login
        assert answer.json()["message"].endswith(".")
    assert client(None).post("@deputies", asked()).status_code == 401
    assert deputyships() == []


def test_the_officer_appoints_for_others_and_has_a_deputy_too(client, asked):
    assert client("pelnomocnik").post("@deputies", asked()).status_code == 201
    own = asked(person="pelnomocnik", deputy="autor")
    assert client("pelnomocnik").post("@deputies", own).status_code == 201


@pytest.mark.parametrize(
    "wrong, named",
    [
        ({"person": "nikt"}, ["person"]),
        ({"deputy": "nikt"}, ["deputy"]),
        ({"deputy": 5}, ["deputy"]),
        ({"deputy": "radca"}, ["deputy"]),
        ({"from": "jutro"}, ["from"]),
        ({"from": 20261124}, ["from"]),
        ({"until": "2015-01-01"}, ["until"]),
        ({"mandate": ""}, ["mandate"]),
        ({"mandate": None}, ["mandate"]),
        ({"kinds": ["Document"]}, ["kinds"]),
        ({"kinds": "Procedure"}, ["kinds"]),
        ({"since": "2026-01-01"}, ["since"]),
    ],
)
def test_what_is_wrong_is_named_by_field(client, asked, wrong, named):
    answer = client("pelnomocnik").post("@deputies", asked(**wrong))
    assert answer.status_code == 400, answer.text
    assert fields(answer) == named
    assert all(error["message"] for error in answer.json()["errors"])
    assert deputyships() == []


def test_a_body_that_is_no_object_is_refused(client):
    for body in (b"[]", b"{", b'"radca"'):
        assert client("radca").call("POST", "@deputies", data=body).status_code == 400


def test_twice_and_in_a_circle_are_refused(client, asked):
    assert client("pelnomocnik").post("@deputies", asked()).status_code == 201
    assert fields(client("pelnomocnik").post("@deputies", asked())) == ["from"]
    back = asked(person="informatyk", deputy="radca")
    assert fields(client("pelnomocnik").post("@deputies", back)) == ["deputy"]
    assert len(deputyships()) == 1


def test_everybody_sees_his_own_and_the_officer_all(client, asked):
    officer = client("pelnomocnik")
    first = officer.post("@deputies", asked()).json()["@id"]
    second = officer.post("@deputies", asked(person="autor", deputy="autor2")).json()["@id"]
    for login, expected in (
        ("pelnomocnik", [second, first]),
        ("radca", [first]),
        ("informatyk", [first]),
        ("autor2", [second]),
        ("pracownik", []),
    ):
        answer = client(login).get("@deputies").json()
        assert [item["@id"] for item in answer["items"]] == expected
        assert answer["items_total"] == len(expected)
    assert client("pracownik").get(first).status_code == 403
    assert client(None).get("@deputies").status_code == 401
    for name in ("99", "x", "1/2", "²"):
        assert officer.get(f"@deputies/{name}").status_code == 404, name


def test_ending_takes_the_right_at_once(client, asked, today):
    yesterday = today - datetime.timedelta(1)
    running = client("pelnomocnik").post("@deputies", asked(**{"from": "2026-01-01"})).json()["@id"]
    for login in ("informatyk", "autor"):
        assert client(login).call("DELETE", running).status_code == 403
    assert client(None).call("DELETE", running).status_code == 401
    answer = client("radca").call("DELETE", running)
    assert (answer.status_code, answer.content) == (204, b"")
    (stored,) = deputyships()
    assert stored.until == yesterday
    assert getUtility(IDirectory).represented_by("informatyk") == []
    assert getUtility(IDirectory).log()[0].change == "end_deputy"
    again = client("radca").call("DELETE", running)
    assert again.status_code == 409
    assert deputyships() == [stored]


@pytest.mark.parametrize("days", [0, 5])
def test_ending_what_has_no_past_day_annuls_it(client, asked, today, days):
    start = (today + datetime.timedelta(days)).isoformat()
    coming = client("radca").post("@deputies", asked(**{"from": start})).json()["@id"]
    assert client("pelnomocnik").call("DELETE", coming).status_code == 204
    assert deputyships() == []
    assert getUtility(IDirectory).log()[0].change == "annul_deputy"
    assert client("pelnomocnik").call("DELETE", coming).status_code == 404


def test_a_browser_needs_the_token_of_a_page(client, asked, portal):
    own = client("radca").post("@deputies", asked()).json()["@id"]
    browser = Client(portal.absolute_url(), None)
    values = {"__ac_name": "radca", "__ac_password": PASSWORD, "buttons.login": "1"}
    browser.call("POST", "login", data=values)
    assert browser.get("@deputies").json()["items_total"] == 1
    assert browser.post("@deputies", asked(deputy="autor")).status_code == 403
    assert browser.call("DELETE", own).status_code == 403
    assert [one.deputy for one in deputyships()] == ["informatyk"]
