"""From the request to the stub: the publication of an edition over REST, with both databases."""

from czest.qms import clock
from czest.qms.approval.identity.confirming import sealed_proof
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.rules import proofs
from czest.qms.bulletin.register import register_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from plone import api
import pytest
from support.office import file_named
from support.people import PASSWORD
from support.publishing import ALL_NO
from support.publishing import REQUEST
import transaction
from zope.component import getUtility
from zope.globalrequest import getRequest


def requested(client, edition, **more):
    return client("autor").operate(edition.absolute_url(), "request-publication", **{**REQUEST, **more})


def published(client, edition, **more):
    body = {"password": PASSWORD, "checklist": ALL_NO, **more}
    return client("redaktor-bip").operate(edition.absolute_url(), "publish", **body)


def entry_of(edition, look=lambda entry: entry.snapshot):
    place = f"dokumenty/{edition.document.symbol}/wydanie-{edition.number}"
    return lambda site: look(site.restrictedTraverse(place))


def test_bip_3_what_was_decided_is_public(edition, client, bulletin):
    answer = requested(client, edition)
    assert answer.status_code == 200, answer.text
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []
    answer = published(client, edition)
    assert answer.status_code == 200, answer.text
    snapshot = bulletin.look(entry_of(edition))
    assert (snapshot.symbol, snapshot.number, snapshot.title) == ("P-PJ-01", "1", "Nadzór nad dokumentami")
    assert snapshot.metadata.responsible.name == "Anna Przykładowa"
    assert snapshot.metadata.entered_by.post == "Redaktor BIP"
    assert [each.name for each in snapshot.files] == ["p-pj-01-wydanie-1.txt"]
    assert bulletin.look(entry_of(edition, lambda entry: entry.state)) == "published"
    row = bulletin.look(lambda site: register_of(site).newest())[0]
    assert (row.path, row.change.act) == ("dokumenty/P-PJ-01/wydanie-1", "published")


def test_the_bulletin_is_in_polish_whatever_language_the_office_works_in(office, client, bulletin):
    edition = office.in_force(office.register(), attachments=[file_named("a.txt"), file_named("b.txt")])
    transaction.commit()
    asking = client("autor")
    asking.session.headers["Accept-Language"] = "en"
    asking.operate(edition.absolute_url(), "request-publication", **REQUEST)
    answer = published(client, edition)
    assert answer.status_code == 200, answer.text
    snapshot = bulletin.look(entry_of(edition))
    assert (snapshot.kind_title, snapshot.files[1].title) == ("Procedura", "Załącznik 1")


def test_bip_2_nobody_decides_on_his_own_and_nobody_else_at_all(edition, client):
    requested(client, edition)
    for login, status in {"autor": 403, "pelnomocnik": 403, "manager": 403, "pracownik": 403, None: 401}.items():
        answer = client(login).operate(edition.absolute_url(), "publish", password=PASSWORD, checklist=ALL_NO)
        assert answer.status_code == status, login


def test_rodo_1_a_yes_in_the_checklist_blocks(edition, client, bulletin):
    requested(client, edition)
    answer = published(client, edition, checklist={**ALL_NO, "whistleblowers": True})
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["findings"]
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


def test_bip_6_what_is_superseded_is_archived_at_once(edition, office, client, bulletin):
    requested(client, edition)
    published(client, edition)
    transaction.begin()
    office.in_force(edition.document)
    transaction.commit()
    assert bulletin.look(entry_of(edition, lambda entry: entry.state)) == "archived"
    last_day = bulletin.look(entry_of(edition, lambda entry: entry.in_force_to))
    assert last_day == clock.today().isoformat()


def test_bip_7_the_note_that_stays_says_why(edition, client, bulletin):
    requested(client, edition)
    published(client, edition)
    answer = client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Opublikowano omyłkowo.")
    assert answer.status_code == 200, answer.text
    state, snapshot, withdrawal = bulletin.look(
        entry_of(edition, lambda entry: (entry.state, entry.snapshot, entry.withdrawal))
    )
    assert (state, withdrawal.reason) == ("withdrawn", "Opublikowano omyłkowo.")
    assert (snapshot.title, snapshot.body, snapshot.files) == ("Nadzór nad dokumentami", "", ())


def test_a_proof_of_identity_is_bound_to_the_public_form(edition, client, bulletin):
    """What is signed is what becomes public: a proof given for the edition itself is not good for it."""
    transaction.begin()
    for name, value in {"issuer": "https://login.urzad.example", "used_for_signing": True}.items():
        api.portal.set_registry_record(f"{PREFIX}.{name}", value)
    transaction.commit()
    requested(client, edition)
    transaction.begin()
    public = operation_named(edition, getRequest(), "publish").signed_digest
    assert public != edition.digest
    whole, form = (
        sealed_proof("redaktor-bip", "n", [proofs.target("publish", edition.UID(), digest)])
        for digest in (edition.digest, public)
    )
    refused = client("redaktor-bip").operate(edition.absolute_url(), "publish", identity_proof=whole, checklist=ALL_NO)
    assert [error["field"] for error in refused.json()["errors"]] == ["identity_proof"]
    answer = client("redaktor-bip").operate(edition.absolute_url(), "publish", identity_proof=form, checklist=ALL_NO)
    assert answer.status_code == 200, answer.text
    transaction.begin()
    entry = next(
        entry for entry in reversed(getUtility(ITrail).entries(edition.document.UID())) if entry.operation == "publish"
    )
    assert entry.details["confirmed_by"] == "identity-provider"


EXCLUSION = {"scope": "pkt 2", "legal_basis": "art. 5 ust. 2 u.d.i.p.", "excluded_by": "Pełnomocnik ds. SZJ"}


@pytest.fixture
def redacted(office, bulletin):
    """An edition that holds a report and its redacted form."""
    document = office.register(title="Audity wewnętrzne")
    files = [file_named("raport.txt", b"Ustalenia dotycza osoby."), file_named("raport-jawny.txt", b"Ustalenia.")]
    edition = office.in_force(document, attachments=files)
    transaction.commit()
    return edition


def test_bip_4_a_redacted_file_is_not_published_without_an_exclusion(redacted, client, bulletin):
    files = {"public_files": ["raport-jawny.txt"], "redacted_from": "raport.txt"}
    assert requested(client, redacted, **files).status_code == 200
    answer = published(client, redacted)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["findings"]
    findings = client("redaktor-bip").get(f"{redacted.absolute_url()}/@publication").json()["findings"]
    assert ("exclusion-missing", "blocks") in {(each["rule"], each["severity"]) for each in findings}
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


def test_bip_4_exclusions_are_public_and_the_original_is_not(redacted, client, bulletin):
    rows = [{**EXCLUSION, "in_interest_of": "osoby wskazanej w raporcie"}]
    files = {"public_files": ["raport-jawny.txt"], "redacted_from": "raport.txt", "exclusions": rows}
    assert requested(client, redacted, **files).status_code == 200
    answer = published(client, redacted)
    assert answer.status_code == 200, answer.text
    snapshot, contents = bulletin.look(
        entry_of(redacted, lambda entry: (entry.snapshot, [each.data for each in entry.files.values()]))
    )
    (exclusion,) = snapshot.exclusions
    assert (exclusion.scope, exclusion.in_interest_of) == ("pkt 2", "osoby wskazanej w raporcie")
    assert contents == [b"Ustalenia."]
    assert "raport.txt" not in repr(snapshot)


def test_the_original_cannot_be_published_beside_its_redacted_form(redacted, client):
    answer = requested(client, redacted, public_files=["raport.txt", "raport-jawny.txt"], redacted_from="raport.txt")
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["redacted_file"]


def test_a_file_named_twice_is_published_once(edition, client, bulletin):
    name = edition.attachments[0].filename
    assert requested(client, edition, public_files=[name, name]).status_code == 200
    assert published(client, edition).status_code == 200
    assert [each.name for each in bulletin.look(entry_of(edition)).files] == ["p-pj-01-wydanie-1.txt"]


def test_whoever_withdraws_is_told_of_an_earlier_publication(edition, client, bulletin):
    for _turn in range(2):
        requested(client, edition)
        published(client, edition)
    warned = []
    for _turn in range(2):
        answer = client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Dane osobowe.")
        assert answer.status_code == 200, answer.text
        warned.append(["/dokumenty/P-PJ-01/wydanie-1." in each for each in answer.json().get("warnings", [])])
    assert warned == [[True], []]
    states = bulletin.look(lambda site: {entry.state for entry in site["dokumenty"]["P-PJ-01"].entries()})
    assert states == {"withdrawn"}
