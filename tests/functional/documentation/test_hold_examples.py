"""The examples of holds in docs/reference/rest.md are what the site answers."""

from czest.qms import clock
import datetime
import pytest
from support.client import upload
from support.examples import Recorder
from support.people import PASSWORD


LATER = (clock.today() + datetime.timedelta(days=400)).isoformat()
RECORD = {
    "@type": "Record",
    "jrwa_class": "0142",
    "archival_category": "B5",
    "closed_on": "2015-06-30",
    "files": [upload("protokol.txt", b"Tresc", "text/plain")],
}


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,)).keep


def test_a_hold_from_beginning_to_end(client, keep):
    clerk, archivist = client("pracownik"), client("archiwista")
    first, second = [
        clerk.post("zapisy", {**RECORD, "title": title}).json()["@id"] for title in ("Protokół", "Notatka z kontroli")
    ]
    values = {"reason": "Kontrola NIK", "requested_by": "Skarbnik Miasta", "until": LATER}
    assert keep("hold", archivist.operate(first, "hold", **values)).ok
    refused = archivist.operate(first, "hold", reason="Kontrola NIK", until="2020-01-01")
    assert keep("refused-400-hold", refused).status_code == 400
    assert keep("extend-hold", archivist.operate(first, "extend-hold", reason="Kontrola trwa", until=None)).ok
    found = archivist.operate("zapisy", "hold-found", reason="Proces sądowy", series="Z-OR-K0142", year=2015)
    assert keep("hold-found", found).ok
    assert keep("holds", archivist.get("zapisy/@holds")).json()["items_total"] == 2
    assert keep("lift-hold", archivist.operate(second, "lift-hold", reason="Po procesie", whole_group=True)).ok
