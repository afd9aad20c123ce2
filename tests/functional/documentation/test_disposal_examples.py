"""Examples of disposal for docs/reference/rest.md."""

from czest.qms import clock
import pytest
from support.client import upload
from support.examples import Recorder
from support.people import PASSWORD


CLOSED_ON, DUE_FROM = "2015-11-04", "2021-01-01"
RECORD = {
    "@type": "Record",
    "title": "Skargi rozpatrzone w 2015 r.",
    "case_sign": "OR.1510.3.2015",
    "jrwa_class": "1510",
    "archival_category": "B5",
    "created_on": CLOSED_ON,
    "closed_on": CLOSED_ON,
    "files": [upload("skargi.txt", b"Wykaz skarg", "text/plain")],
}


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,), (CLOSED_ON, DUE_FROM)).keep


def test_the_way_of_a_list(client, keep):
    clerk, archivist = client("pracownik"), client("archiwista")
    symbol = clerk.post("zapisy", RECORD).json()["symbol"]
    archival = clerk.post("zapisy", {**RECORD, "archival_category": "A"}).json()["symbol"]
    assert keep("due", archivist.get("archiwum/@due")).json()["total"] == 1
    refused = archivist.operate("zapisy", "propose", category="B", records=[archival])
    assert keep("refused-400-propose", refused).status_code == 400
    proposed = keep("propose", archivist.operate("zapisy", "propose", category="B5", records=[symbol]))
    address = proposed.json()["object"]
    assert keep("disposal-rows", archivist.get(f"{address}/@rows")).json()["items_total"] == 1
    assert not keep("disposal-list", archivist.get(address)).json()["destruction"]["allowed"]
    assert keep("refused-409-destroy", archivist.operate(address, "destroy")).status_code == 409
    consent = {"consent_no": "AP.620.7.2026", "consent_date": clock.today().isoformat()}
    assert keep("record-consent", archivist.operate(address, "record-consent", **consent)).status_code == 200
    assert keep("destroy", archivist.operate(address, "destroy")).status_code == 200
