"""A restored copy of the office's data, opened by a process that names no bulletin: it cannot publish (DESIGN §6)."""

from czest.qms import clock
from czest.qms.jobs.tick import run_due_jobs
from czest.qms.publication.databases import DATABASE
from czest.qms.publication.interfaces import IPublicationLedger
import datetime
import pytest
from support.people import PASSWORD
from support.publishing import ALL_NO
import transaction
from zope.component import getUtility


REQUEST = {
    "produced_on": "2026-11-02",
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": "2031-12-31",
}
PUBLISH = {"password": PASSWORD, "checklist": ALL_NO}


@pytest.fixture
def copy(functional, office, client, bulletin):
    """An edition whose publication is asked for, one that is public, and the next one of that, approved; no bulletin."""
    asked, public = (office.in_force(office.register(title=title)) for title in ("Pierwsza", "Druga"))
    following = office.approved(public.document)
    transaction.commit()
    for edition in (asked, public):
        client("autor").operate(edition.absolute_url(), "request-publication", **REQUEST)
    assert client("redaktor-bip").operate(public.absolute_url(), "publish", **PUBLISH).status_code == 200
    beside = functional["zodbDB"].databases.pop(DATABASE)
    yield {"asked": asked, "public": public, "following": following}
    functional["zodbDB"].databases[DATABASE] = beside


#: Who does what on which edition.
ACTS = {
    "publish": ("redaktor-bip", "asked", PUBLISH),
    "unpublish": ("redaktor-bip", "public", {"reason": "Omyłka."}),
    "release": ("pelnomocnik", "following", {}),
}


@pytest.mark.parametrize("operation", ACTS)
def test_it_is_refused_and_nothing_is_saved(copy, functional, client, operation):
    login, name, body = ACTS[operation]
    storage = functional["zodbDB"].storage
    last = storage.lastTransaction()
    person = client(login)
    person.session.headers["Accept-Language"] = "pl"
    answer = person.operate(copy[name].absolute_url(), operation, **body)
    assert answer.status_code == 409
    assert answer.json()["message"].startswith(
        "Not done: this installation is not configured to publish in the bulletin"
    )
    assert storage.lastTransaction() == last
    transaction.begin()
    ledger = getUtility(IPublicationLedger)
    assert sorted(case.state for case in ledger.cases()) == ["published", "requested"]
    assert not ledger.intents


def test_its_jobs_do_nothing(copy):
    with clock.stopped_at(datetime.date(2040, 1, 2)):
        (report,) = [report for report in run_due_jobs() if report.name == "czest.qms.publication"]
    assert (report.sentence, report.error) == (None, None)
