"""The examples of the workflow manager in docs/reference/rest.md are what the site answers."""

import contextvars
from czest.qms import clock
import datetime
import json
import pytest
from support.client import upload
from support.examples import Recorder
from support.optional_states import turn_on
from support.people import PASSWORD
import transaction


EDITION, ACT = "qms_edition_workflow", "qms_act_workflow"
CHANGES = {
    "words": {"In review": {"en": "Being checked", "pl": "W opiniowaniu"}},
    "optional_states": {"agreement": ["Procedure"]},
    "grants": {EDITION: {"in_review": {"czest.qms: View trail": {"Reviewer": True}}}},
    "settings": {"check_days": 7},
}


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,)).keep


def test_adjustments_from_trying_to_taking_back(client, keep):
    officer = client("pelnomocnik")
    assert keep("workflows", officer.get("@workflows")).ok
    assert keep("workflows-definition", officer.get(f"@workflows/{ACT}")).ok
    tried = keep("workflows-try", officer.post("@workflows/try", {"changes": CHANGES}))
    body = {"reason": "Ustalenie z przeglądu SZJ", "changes": CHANGES, "expected_digest": tried.json()["digest"]}
    assert keep("adjust-workflows", officer.operate("", "adjust-workflows", **body)).ok
    assert keep("refused-409-adjust-workflows", officer.operate("", "adjust-workflows", **body)).status_code == 409
    wrong = {"letters": {"check": {"pl": {"subject": "Do sprawdzenia", "text": "${edition} ${address} ${pesel}"}}}}
    refused = officer.operate("", "adjust-workflows", reason="Pismo", changes=wrong)
    assert keep("refused-400-adjust-workflows", refused).status_code == 400
    assert keep("undo-adjustment", officer.operate("", "undo-adjustment", number=1, reason="Pomyłka")).ok
    assert keep("workflows-adjustments", officer.get("@workflows/adjustments")).ok
    assert keep("workflows-drift", officer.get("@workflows/drift")).ok


def test_adjustments_from_a_file_and_the_way_back_from_drift(portal, client, keep):
    officer = client("pelnomocnik")
    kept = officer.get("@workflows/adjustments").json()["current"]
    export = {"format": "czest.qms.workflows", "version": 1, **kept, "settings": {"check_days": 7}}
    file = upload("adjustments.json", json.dumps(export).encode(), "application/json")
    taken_in = officer.operate("", "import-adjustments", reason="Jak w urzędzie sąsiednim", file=file)
    assert keep("import-adjustments", taken_in).json()["state"] == "settled"
    portal.portal_workflow[EDITION].manager_bypass = True
    transaction.commit()
    mended = officer.operate("", "return-to-recorded", reason="Zmieniono poza panelem")
    assert keep("return-to-recorded", mended).json()["trail_entry"]["details"]["mended"]
    assert not officer.get("@workflows/drift").json()["differs"]


@pytest.fixture
def november(monkeypatch):
    """Stop the clock for the server, too, which answers in other threads: the twelve months are then the same ones."""
    noon = datetime.datetime(2026, 11, 24, 11, tzinfo=datetime.UTC)
    monkeypatch.setattr(clock, "_source", contextvars.ContextVar("stopped", default=lambda: noon))


@pytest.mark.usefixtures("november")
def test_figures_of_a_workflow(client, office, keep):
    office.record_act()
    transaction.commit()
    (state,) = keep("workflows-figures", client("auditor").get(f"@workflows/{ACT}/figures")).json()["states"]
    assert (state["state"], state["count"]) == ("recorded", 1)


def test_agreement_and_formal_check_before_the_route(client, office, keep):
    for pattern in ("agreement", "formal_check"):
        turn_on(pattern)
    edition = office.draft(office.register())
    transaction.commit()
    address, author = edition.absolute_url(), client("autor")
    until = clock.today() + datetime.timedelta(days=7)
    begun = author.operate(address, "begin-agreement", asked=["unit:OR"], until=until.isoformat())
    assert keep("begin-agreement", begun).json()["state"] == "in_agreement"
    assert keep("answer-agreement", client("pracownik").operate(address, "answer-agreement", answer="agreed")).ok
    assert keep("end-agreement", author.operate(address, "end-agreement")).json()["state"] == "draft"
    asked = author.operate(address, "begin-formal-check")
    assert keep("begin-formal-check", asked).json()["state"] == "in_formal_check"
    ended = client("pelnomocnik").operate(address, "end-formal-check", reason="Brak rozdzielnika")
    assert keep("end-formal-check", ended).json()["state"] == "draft"
