"""The examples of remarks in docs/reference/rest.md are what the site answers."""

import pytest
from support.examples import Recorder
from support.office import text
from support.people import PASSWORD
import transaction


BODY = "<h2>1. Terminy</h2><p>Naczelnik ustala przyczynę w terminie 7 dni od nadania numeru.</p>"


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,)).keep


def test_a_remark_from_the_first_word_to_the_changed_text(client, office, keep):
    edition = office.submitted(office.register(), body=text(BODY))
    transaction.commit()
    address = edition.absolute_url()
    reviewer, author = client("sprawdzajacy"), client("autor")
    remark = {"quote": "w terminie 7 dni", "text": "Termin jest za krótki.", "digest": edition.digest}
    assert keep("add-remark", reviewer.operate(address, "add-remark", **remark)).status_code == 200
    wrong = {"quote": "w terminie 30 dni", "text": "Termin jest za krótki."}
    assert keep("refused-400-remark", reviewer.operate(address, "add-remark", **wrong)).status_code == 400
    answered = author.operate(address, "answer-remark", id="1", text="Wydłużono do 14 dni.")
    assert keep("answer-remark", answered).status_code == 200
    transaction.begin()
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    office.do("autor", edition, "save", body=text(BODY.replace("7 dni", "14 dni")))
    office.do("autor", edition, "submit")
    transaction.commit()
    settled = reviewer.operate(address, "resolve-remark", id="1", how="accepted")
    assert keep("resolve-remark", settled).status_code == 200
    (thread,) = keep("remarks", reviewer.get(f"{address}/@remarks")).json()["items"]
    assert (thread["passage"]["status"], thread["passage"]["text"]) == ("changed", "w terminie 14 dni")
