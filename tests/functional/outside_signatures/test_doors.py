"""Files signed outside over real HTTP: byte for byte through every door, for those who may read the content only."""

from czest.qms.outside_signatures.interfaces import ITrustList
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.trust_list import trusted_certificates
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.preparing import chosen_files
import json
import logging
import pytest
from support.client import upload
from support.office import file_named
from support.people import PASSWORD
from support.signing_office import blank_pdf
from support.signing_office import changed_later
from support.signing_office import PESEL
from support.signing_office import signing_office
import transaction
from zope.component import getUtility


OFFICER, APPROVER, STAFF = "pelnomocnik", "zatwierdzajacy", "pracownik"
NOT_COMPARED = "an attached file whose content is not compared with the edition"


@pytest.fixture(scope="module")
def signed():
    """A signed PDF."""
    return signing_office().sign_pdf(signing_office().qualified, blank_pdf("ąę"))


@pytest.fixture
def trusted(portal):
    transaction.begin()
    for each in trusted_certificates(signing_office().root.pem.decode(), "NCCert", "próba", (kinds.FOR_QUALIFIED,)):
        getUtility(ITrustList).put(each)
    transaction.commit()


@pytest.fixture
def edition(office):
    transaction.begin()
    found = office.reviewed(office.register(), source_file=file_named("tekst.txt"))
    transaction.commit()
    return found


def test_sig_4_bytes_stay_the_same_through_every_door(client, trusted, edition, signed, caplog):
    address = edition.absolute_url()
    caplog.set_level(logging.DEBUG)
    body = {"signed_file": upload(f"umowa {PESEL}.pdf", signed, "application/pdf"), "signature_kind": "qualified"}
    answer = client(APPROVER).operate(address, "attach-signed-file", **body)
    assert (answer.status_code, answer.json()["warnings"]) == (200, [])
    assert client(APPROVER).operate(address, "approve", password=PASSWORD).status_code == 200
    listed = client(STAFF).get(f"{address}/@outside-signatures")
    (item,) = listed.json()["items"]
    assert (item["verdict"], item["bottom_line"], item["is_of_present_content"]) == ("valid", True, True)
    report = item["report"]["signatures"][0]
    assert (report["signer"], report["kind"], report["anchor"]) == ("Jan Żak", "qualified", "NCCert")
    door = item["signed_file"]["download"]
    whole = client(STAFF).get(door)
    assert whole.content == signed
    assert whole.headers["Content-Disposition"].startswith("attachment")
    assert PESEL not in whole.headers["Content-Disposition"]
    assert client(STAFF).get(door, headers={"Range": "bytes=10-19"}).content == signed[10:20]
    head = client(STAFF).call("HEAD", door)
    assert (head.status_code, int(head.headers["Content-Length"])) == (200, len(signed))
    kept = client(STAFF).get(door.replace("/file", "/report"))
    assert json.loads(kept.content)["report"] == item["report"]
    (brief,) = (
        client(OFFICER).get(edition.document.absolute_url() + "/@editions").json()["items"][0]["outside_signatures"]
    )
    assert (brief["verdict"], brief["sha256"]) == ("valid", item["signed_file"]["sha256"])
    trail = client(OFFICER).get(f"{address}/@trail")
    page = client(STAFF).get(address, headers={"Accept": "text/html"})
    assert "Jan Żak" in page.text
    for text in (trail.text, page.text, kept.text, listed.text, caplog.text):
        assert PESEL not in text
    assert client(STAFF).get(f"{door}/umowa {PESEL}.pdf").content == signed
    for wrong in (
        f"{door}/inna.pdf",
        f"{door}/x/y",
        f"{address}/@@outside-signature/2/file",
        door.replace("/file", "/x"),
    ):
        assert client(STAFF).get(wrong).status_code == 404, wrong


def test_who_does_not_read_the_edition_reads_no_signed_file(client, edition, signed):
    address = edition.absolute_url()
    body = {"signed_file": upload("umowa.pdf", signed, "application/pdf")}
    assert client(OFFICER).operate(address, "attach-signed-file", **body).status_code == 200
    for path in ("@@outside-signature/1/file", "@@outside-signature/1/report", "@outside-signatures"):
        assert client(STAFF).get(f"{address}/{path}").status_code in (401, 403)
        assert client(None).get(f"{address}/{path}").status_code in (302, 401)
        assert client(OFFICER).get(f"{address}/{path}").status_code == 200


def test_what_was_attached_to_a_draft_never_released_is_not_for_readers(client, office, edition, signed):
    transaction.begin()
    office.do(OFFICER, edition, "attach-signed-file", signed_file=file_named("szkic.pdf", signed, "application/pdf"))
    office.do(APPROVER, edition, "return", reason="Do poprawy")
    office.do("autor", edition, "save", change_description="Inna treść")
    office.do("autor", edition, "submit")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    other = file_named("nowy.pdf", blank_pdf("nowy"), "application/pdf")
    office.do(OFFICER, edition, "attach-signed-file", signed_file=other)
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    office.do(OFFICER, edition, "release")
    transaction.commit()
    address, document = edition.absolute_url(), edition.document.absolute_url()
    for login, ids in ((STAFF, ["2"]), (APPROVER, ["2"]), (OFFICER, ["1", "2"]), ("autor", ["1", "2"])):
        asking = client(login)
        listed = asking.get(f"{address}/@outside-signatures").json()["items"]
        assert [item["id"] for item in listed] == ids, login
        brief = asking.get(f"{document}/@editions").json()["items"][0]["outside_signatures"]
        assert [item["id"] for item in brief] == ids, login
        page = asking.get(address, headers={"Accept": "text/html"}).text
        assert ("szkic.pdf" in page, "nowy.pdf" in page) == ("1" in ids, True), login
        for part in ("file", "report"):
            answers = {number: asking.get(f"{address}/@@outside-signature/{number}/{part}") for number in "12"}
            assert [number for number, answer in answers.items() if answer.status_code == 200] == ids, login
            assert {answer.status_code for answer in answers.values()} <= {200, 404}
    transaction.begin()
    assert list(IPublishable(edition).further_files()) == ["nowy.pdf"]


def test_sig_4_nobody_replaces_or_takes_away_a_signed_file(client, office, edition, signed):
    transaction.begin()
    office.do(OFFICER, edition, "attach-signed-file", signed_file=file_named("umowa.pdf", signed, "application/pdf"))
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    transaction.commit()
    address = edition.absolute_url()
    body = {"signed_file": upload("inna.pdf", blank_pdf(), "application/pdf")}
    for login in (OFFICER, APPROVER, "manager", "administrator", "autor", STAFF):
        knocking = client(login)
        answers = [
            knocking.patch(address, {"outside_signatures": [], "signed_file": body["signed_file"]}),
            *(
                knocking.call(method, f"{address}/{door}", body)
                for method in ("PUT", "POST", "PATCH", "DELETE")
                for door in ("@outside-signatures", "outside_signatures")
            ),
        ]
        assert all(answer.status_code >= 400 for answer in answers), [answer.status_code for answer in answers]
        for method in ("PUT", "DELETE"):
            # It is served like any other page of Zope, whatever the method; nothing is written.
            knocking.call(method, f"{address}/@@outside-signature/1/file", body)
        if login not in (OFFICER, APPROVER):
            assert knocking.operate(address, "attach-signed-file", **body).status_code in (401, 403)
        assert client(OFFICER).get(f"{address}/@@outside-signature/1/file").content == signed


def test_sig_3_the_verdict_stands_beside_the_signature_of_the_same_person(browse, office, trusted, edition):
    transaction.begin()
    signature = signing_office().sign_beside(signing_office().secretary, edition.source_file.data)
    office.do(OFFICER, edition, "attach-signed-file", detached_signature=file_named("tekst.txt.p7s", signature))
    transaction.commit()
    browser = browse(APPROVER)
    browser.open(f"{edition.absolute_url()}/@@operation/approve")
    assert "Valid (Sekretarz Miasta)" in browser.contents
    assert NOT_COMPARED not in browser.contents
    transaction.begin()
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    browser = browse(OFFICER)
    browser.open(edition.absolute_url())
    (row,) = [text for text in browser.words("#qms-signatures tbody tr") if "Sekretarz" in text]
    assert "Signed outside the system too: Valid (qualified signature)" in row
    assert NOT_COMPARED not in browser.contents


def test_a_signature_over_another_file_is_none_on_the_edition(browse, client, office, trusted, edition):
    transaction.begin()
    signed = signing_office().sign_pdf(signing_office().secretary, blank_pdf("Lista zakupów"))
    office.do(OFFICER, edition, "attach-signed-file", signed_file=file_named("umowa.pdf", signed, "application/pdf"))
    transaction.commit()
    browser = browse(APPROVER)
    browser.open(f"{edition.absolute_url()}/@@operation/approve")
    assert f"Valid (Sekretarz Miasta), in {NOT_COMPARED}" in browser.contents
    transaction.begin()
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    transaction.commit()
    browser = browse(OFFICER)
    browser.open(edition.absolute_url())
    (row,) = [text for text in browser.words("#qms-signatures tbody tr") if "Sekretarz" in text]
    assert "Signed outside the system too" not in row
    assert f"In {NOT_COMPARED}: Valid (qualified signature)" in row
    assert "The content of this file is not compared with the edition" in browser.contents
    editions = client(OFFICER).get(edition.document.absolute_url() + "/@editions").json()["items"]
    assert [each["is_source_file"] for each in editions[0]["outside_signatures"]] == [False]


def test_refused_and_kept_over_rest(client, edition, signed):
    address = edition.absolute_url()
    body = {"signed_file": upload("umowa.pdf", changed_later(signed), "application/pdf")}
    answer = client(OFFICER).operate(address, "attach-signed-file", **body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "signed_file")
    body = {"signed_file": upload("umowa.pdf", signed, "application/pdf")}
    answer = client(OFFICER).operate(address, "attach-signed-file", **body)
    assert answer.status_code == 200
    # Nobody is believed yet.
    assert len(answer.json()["warnings"]) == 1
    answer = client(OFFICER).operate(address, "attach-signed-file", signature_kind="czarodziejski", **body)
    assert answer.status_code == 400


def test_sig_4_an_act_serves_its_signed_file_untouched(client, trusted, signed):
    body = {"number": "k.77.2024", "title": "Wprowadzenie", "date": "2024-05-05"}
    answer = client(OFFICER).operate(
        "akty", "record-act", **body, signed_file=upload("a.pdf", signed, "application/pdf")
    )
    act = answer.json()["object"]
    (item,) = client(STAFF).get(f"{act}/@outside-signatures").json()["items"]
    assert item["verdict"] == "valid"
    for door in (item["signed_file"]["download"], f"{act}/@@signed-file/a.pdf", f"{act}/@@download/signed_file"):
        assert client(STAFF).get(door).content == signed
    assert "Jan Żak" in client(STAFF).get(act, headers={"Accept": "text/html"}).text


def test_a_signed_file_is_published_only_where_it_is_named(office, edition, signed):
    transaction.begin()
    office.do(OFFICER, edition, "attach-signed-file", signed_file=file_named("tekst.txt", b"inny"))
    publishable = IPublishable(edition)
    (name,) = publishable.further_files()
    assert list(publishable.files()) == ["tekst.txt"]
    assert name == "tekst (2).txt"
    assert [link["name"] for link in publishable.links()] == ["tekst.txt", name]
    assert [chosen[0] for chosen in chosen_files(publishable, {})] == ["tekst.txt"]
    assert [chosen[0] for chosen in chosen_files(publishable, {"public_files": [name]})] == [name]
    transaction.abort()


def test_the_trust_list_belongs_to_the_administrator(browse, client, portal):
    page = f"{portal.absolute_url()}/@@qms-trust-list"
    for login in (OFFICER, STAFF, "auditor"):
        assert client(login).get(page, headers={"Accept": "text/html"}).status_code in (302, 401, 403)
    browser = browse("administrator")
    browser.open(f"{page}-add")
    browser.getControl(name="label").value = "NCCert"
    browser.getControl(name="source").value = "nccert.pl, 2026-11-24"
    browser.getControl(name="pem").value = "nie certyfikat"
    browser.getForm(action=f"{page}-add").submit()
    assert "BEGIN CERTIFICATE" in browser.contents
    browser.getControl(name="pem").value = signing_office().root.pem.decode()
    browser.getControl(name="uses:list").value = ["qualified"]
    browser.getForm(action=f"{page}-add").submit()
    assert "Próbne Centrum Certyfikacji" in browser.contents
    (found,) = getUtility(ITrustList).certificates()
    browser.open(f"{page}-remove?id={found.sha256}")
    browser.getForm(action=f"{page}-remove").submit()
    transaction.begin()
    assert getUtility(ITrustList).certificates() == []
    assert client("administrator").get(f"{page}-remove?id=x", headers={"Accept": "text/html"}).status_code == 404
