"""Eight clerks hand in to one series at the same moment: no record is lost, no number given twice.

On a FileStorage behind real HTTP, with the retries of a deployment.
"""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.records.verification import verify_records
import datetime
from functools import partial
from plone import api
import pytest
from support.client import upload
from support.filestorage import move_to_file_storage
import transaction
from zope.component import getUtility


CLERKS = 8
YEAR = 2026
RECORD = {"@type": "Record", "jrwa_class": "2110", "closed_on": f"{YEAR}-03-04"}


@pytest.fixture
def portal(functional, tmp_path, retries):
    folder = tmp_path / "filestorage"
    folder.mkdir()
    move_to_file_storage(functional, folder)
    return functional["portal"]


def insistent(ask):
    """Ask again, as the answer says, while others are in the way; return every answer."""
    answers = [ask()]
    while answers[-1].status_code == 409 and "Retry-After" in answers[-1].headers and len(answers) < 20:
        answers.append(ask())
    return answers


def body(number):
    files = [upload(f"protokol-{number}.txt", f"Treść {number}".encode(), "text/plain")]
    return {**RECORD, "title": f"Protokół {number}", "files": files}


def handed_in(client, at_once, address):
    """Let all clerks hand in at once and return the answers that each got last."""
    calls = [partial(insistent, partial(client("pracownik").post, address, body(number))) for number in range(CLERKS)]
    answers = at_once(calls)
    assert {answer.status_code for attempts in answers for answer in attempts} <= {201, 409}
    last = [attempts[-1] for attempts in answers]
    assert {answer.status_code for answer in last} == {201}
    transaction.begin()
    return [answer.json() for answer in last]


def require_all_there(portal, found, symbol):
    expected = [f"{symbol}-{YEAR}/{number:02}" for number in range(1, CLERKS + 1)]
    assert sorted(record["symbol"] for record in found) == expected
    (series,) = portal["zapisy"].objectValues()
    assert sorted(series.objectIds()) == [f"{YEAR}-{number:02}" for number in range(1, CLERKS + 1)]
    for told in found:
        record = series[told["@id"].rpartition("/")[2]]
        assert record.title == told["title"]
        (file,) = record.files
        assert file.data == f"Treść {record.title.rpartition(' ')[2]}".encode()
        assert portal["zapisy"].numbering.uid_of(record.symbol) == record.UID() == told["UID"]
        assert [entry.operation for entry in getUtility(ITrail).entries(record.UID())] == ["capture"]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Record")
    assert sorted(brain.symbol for brain in brains) == expected
    assert list(verify_records()) == []


def test_into_one_series(portal, office, client, at_once):
    values = {"title": "Protokoły", "owner_unit": "OR", "jrwa_class": "2110", "symbol": "Z-KONTROLE"}
    series = office.do("pelnomocnik", portal["zapisy"], "make-series", **values)
    transaction.commit()
    require_all_there(portal, handed_in(client, at_once, series.absolute_url()), "Z-KONTROLE")


def test_into_a_series_that_each_of_them_would_make(portal, office, client, at_once):
    require_all_there(portal, handed_in(client, at_once, "zapisy"), "Z-OR-K2110")


def test_the_same_symbol_is_given_once(portal, office, client, at_once):
    values = {**RECORD, "title": "Protokół", "symbol": "Z-OKZ-2025"}
    calls = [partial(insistent, partial(client("archiwista").post, "zapisy", values)) for _number in range(4)]
    last = [attempts[-1] for attempts in at_once(calls)]
    assert sorted(answer.status_code for answer in last) == [201, 400, 400, 400]
    transaction.begin()
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Record")
    assert (brain.symbol, brain.created_on) == ("Z-OKZ-2025", datetime.date(YEAR, 3, 4).isoformat())
