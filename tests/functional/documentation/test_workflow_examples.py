"""The examples of the workflow manager in docs/reference/rest.md are what the site answers."""

import pytest
from support.examples import Recorder
from support.people import PASSWORD


EDITION = "qms_edition_workflow"
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
    assert keep("workflows-definition", officer.get("@workflows/qms_act_workflow")).ok
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
