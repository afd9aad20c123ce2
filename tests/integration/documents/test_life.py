"""The life of a procedure, from nothing to superseded and withdrawn, through the operations."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.jobs import BringIntoForce
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
import datetime
import pytest
from support.office import file_named
from support.office import text
from support.people import PASSWORD
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


def operations_in_trail(document):
    return [entry.operation for entry in getUtility(ITrail).entries(document.UID())]


def fields_of(refusal):
    return [name for name, _message in refusal.value.errors]


def test_from_nothing_to_superseded(office):
    with clock.stopped_at(DAY):
        document = office.register()
        assert document.symbol == "P-PJ-01"
        assert state_of(document) == "draft"
        first = office.in_force(document)
        assert state_of(document) == "in_force"
        assert document.edition_in_force() == first
    with clock.stopped_at(DAY + datetime.timedelta(days=30)):
        second = office.in_force(document, title="Obieg i rejestracja korespondencji")
    assert [state_of(edition) for edition in document.editions()] == ["in_force", "superseded"]
    assert first.in_force_from == DAY
    assert first.in_force_to == DAY + datetime.timedelta(days=29)
    assert second.in_force_from == DAY + datetime.timedelta(days=30)
    assert document.title == "Obieg i rejestracja korespondencji"
    assert first.title == "Obieg korespondencji"
    life = ["open-revision", "save", "submit", "review", "approve", "release"]
    assert operations_in_trail(document) == ["register", *life, *life]
    assert getUtility(ITrail).verify(document.UID()).valid


def test_only_the_day_brings_an_approved_edition_into_force(office):
    with clock.stopped_at(DAY):
        document = office.register()
        edition = office.approved(document, effective_from=DAY + datetime.timedelta(days=5))
        BringIntoForce().run()
        assert state_of(edition) == "approved"
    with clock.stopped_at(DAY + datetime.timedelta(days=7)):
        assert BringIntoForce().run() is not None
        assert BringIntoForce().run() is None
    assert state_of(edition) == "in_force"
    assert edition.in_force_from == DAY + datetime.timedelta(days=7)


def test_signatures_bind_name_post_time_meaning_and_digest(office):
    with clock.stopped_at(DAY):
        edition = office.approved(office.register())
    review, approval = edition.signatures
    assert review["login"] == "sprawdzajacy"
    assert review["post"] == "Naczelnik Wydziału Organizacyjnego"
    assert approval["post"] == "Sekretarz Miasta"
    assert approval["meaning"] == "Zatwierdzam do stosowania"
    assert review["digest"] == approval["digest"] == edition.digest
    assert approval["time"].startswith("2026-11-25T")


def test_returned_edition_loses_its_signatures_but_keeps_them_as_void(office):
    edition = office.reviewed(office.register())
    office.do("zatwierdzajacy", edition, "return", reason="Brak terminu")
    assert state_of(edition) == "draft"
    (signature,) = edition.signatures
    assert signature["void"]
    assert signature["void_reason"] == "Brak terminu"


def test_revoked_approval_leads_back_to_draft(office):
    edition = office.approved(office.register())
    office.do("pelnomocnik", edition, "revoke-approval", reason="Pomyłka w dacie")
    assert state_of(edition) == "draft"
    assert all(signature["void"] for signature in edition.signatures)


def test_retract_and_discard(office):
    document = office.register()
    edition = office.submitted(document)
    office.do("autor", edition, "retract")
    office.do("autor", edition, "discard", reason="Niepotrzebne")
    assert document.editions() == []
    assert office.draft(document).number == "1"


def test_withdrawn_document_keeps_its_symbol(office):
    document = office.register("pelnomocnik", symbol="PS-04")
    edition = office.in_force(document)
    office.do("pelnomocnik", document, "withdraw", reason="Uchylono", legal_act="k.1.2026")
    assert state_of(document) == "withdrawn"
    assert state_of(edition) == "withdrawn"
    with pytest.raises(InvalidInput) as refusal:
        office.register("pelnomocnik", symbol="PS-04")
    assert fields_of(refusal) == ["symbol"]
    assert refusal.value.errors[0][1].mapping == {"symbol": "PS-04", "free": "PS-05"}


def test_amendment_supersedes_like_an_edition(office):
    document = office.register()
    first = office.in_force(document)
    amendment = office.in_force(document, revision="amendment")
    assert amendment.number == "1/1"
    assert amendment.getId() == "wydanie-1-1"
    assert state_of(first) == "superseded"


def test_revision_begins_with_the_edition_in_force_or_a_file(office):
    document = office.register()
    first = office.in_force(document, attachments=[file_named("druk.txt")])
    second = office.do("autor", document, "open-revision", **{"from": "current"})
    assert second.body.raw == first.body.raw
    assert second.attachments[0] is not first.attachments[0]
    assert second.attachments[0].data == first.attachments[0].data
    office.do("autor", second, "discard", reason="Próba")
    third = office.do("autor", document, "open-revision", **{"from": "file"}, source_file=file_named("nowe.txt"))
    assert "Treść" in third.body.raw
    assert third.source_file.filename == "nowe.txt"


def test_new_document_begins_with_the_section_template(office):
    edition = office.do("autor", office.register(), "open-revision")
    assert "1. Cel" in edition.body.raw
    assert "13. Rozdzielnik" in edition.body.raw


def test_taken_over_history_has_no_invented_signatures(office):
    values = {
        "type": "Procedure",
        "symbol": "PS-01",
        "title": "Nadzór nad dokumentami",
        "owner_unit": "PJ",
        "legal_act": "k.14.2024",
        "approved_by": "Sekretarz Miasta",
    }
    old = office.do(
        "pelnomocnik",
        office.library,
        "take-over",
        number="5",
        effective_from=datetime.date(2024, 7, 1),
        body=text("<p>Stare</p>"),
        **values,
    )
    new = office.do(
        "pelnomocnik",
        office.library,
        "take-over",
        number="6",
        effective_from=datetime.date(2026, 4, 1),
        body=text("<p>Nowe</p>"),
        **values,
    )
    assert (state_of(old), state_of(new)) == ("superseded", "in_force")
    assert old.in_force_to == datetime.date(2026, 3, 31)
    assert new.signatures == ()
    assert new.taken_over["approved_by"] == "Sekretarz Miasta"
    assert operations_in_trail(new.document) == ["take-over", "take-over"]


def test_sig_5_four_eyes(office):
    document = office.register()
    with pytest.raises(InvalidInput) as refusal:
        office.draft(document, reviewers=["autor"])
    assert set(fields_of(refusal)) == {"reviewers"}


def test_somebody_who_wrote_meanwhile_can_no_longer_review(office):
    document = office.register(owner_unit="OR")
    edition = office.draft(document)
    office.do("autor2", edition, "save", description="Dopisek")
    assert edition.authors == ("autor", "autor2")
    office.do("autor", edition, "submit")
    for login in ("autor", "autor2"):
        with pytest.raises(NotPermitted):
            office.do(login, edition, "review", password=PASSWORD)


@pytest.mark.parametrize("login", ["pracownik", "radca", "auditor", "manager", "administrator", "pelnomocnik"])
def test_only_the_route_signs(office, login):
    edition = office.submitted(office.register())
    with pytest.raises(NotPermitted):
        office.do(login, edition, "review", password=PASSWORD)
    assert edition.signatures == ()


def test_wrong_password_signs_nothing(office):
    edition = office.submitted(office.register())
    with pytest.raises(InvalidInput) as refusal:
        office.do("sprawdzajacy", edition, "review", password="zgaduję")
    assert fields_of(refusal) == ["password"]
    assert edition.signatures == ()


def test_every_mistake_of_an_approval_is_told_at_once(office):
    with clock.stopped_at(DAY):
        edition = office.reviewed(office.register())
        with pytest.raises(InvalidInput) as refusal:
            office.do("zatwierdzajacy", edition, "approve", password="x", effective_from=datetime.date(2026, 11, 1))
    assert fields_of(refusal) == ["effective_from", "password"]


def test_frozen_from_submit_on(office):
    edition = office.submitted(office.register())
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "save", title="Inny")


def test_the_client_says_what_it_saw(office):
    edition = office.draft(office.register())
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "save", expected_digest="0" * 64, title="Inny")
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "submit", expected_state="in_review")
    assert office.do("autor", edition, "save", expected_digest=edition.digest, title="Inny").title == "Inny"


def test_empty_change_description_and_empty_route_are_named(office):
    edition = office.draft(office.register(), change_description="  ", reviewers=[], approvers=[])
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", edition, "submit")
    assert fields_of(refusal) == ["change_description", "reviewers", "approvers"]


def test_one_open_edition_at_a_time(office):
    document = office.register()
    office.draft(document)
    with pytest.raises(ObjectMovedOn):
        office.do("autor", document, "open-revision")


def test_bip_1_openness_and_symbols_are_the_officers(office):
    for data in ({"openness": "bip"}, {"symbol": "PS-99"}):
        with pytest.raises(NotPermitted):
            office.register(**data)
    document = office.register("pelnomocnik", symbol="PS-99", openness="internal", openness_basis="udip-5-1")
    office.do("pelnomocnik", document, "amend-control-data", reason="Decyzja", openness="bip", openness_basis="art. 6")
    assert document.openness == "bip"
    entry = getUtility(ITrail).entries(document.UID())[-1]
    assert entry.reason == "Decyzja"
    assert entry.details["changes"]["openness"] == ["internal", "bip"]


def test_the_usual_openness_brings_its_basis(office):
    document = office.register()
    assert (document.openness, document.openness_basis) == ("bip", "udip-6-1-3-d")


@pytest.mark.parametrize("basis", [None, "udip-6-1-3-d"])
def test_bip_1_unusual_openness_needs_a_basis_that_supports_it(office, basis):
    values = {"openness": "internal", "openness_basis": basis}
    document = office.register()
    for target, operation_id, data in (
        (office.library, "register", {"title": "Tytuł", "owner_unit": "PJ", "kind": "Procedure", **values}),
        (document, "amend-control-data", {"reason": "Decyzja", **values}),
        (
            office.library,
            "take-over",
            {"type": "Procedure", "symbol": "PS-04", "title": "Tytuł", "owner_unit": "PJ", "number": "4"}
            | {"effective_from": datetime.date(2024, 7, 1), "body": text("<p>Treść</p>"), **values},
        ),
    ):
        with pytest.raises(InvalidInput) as refusal:
            office.do("pelnomocnik", target, operation_id, **data)
        assert fields_of(refusal) == ["openness_basis"], operation_id
    assert document.openness == "bip"


def test_a_new_openness_does_not_keep_the_old_basis(office):
    document = office.register("pelnomocnik", openness="internal", openness_basis="Ustawa o cyberbezpieczeństwie")
    with pytest.raises(InvalidInput) as refusal:
        office.do("pelnomocnik", document, "amend-control-data", reason="Decyzja", openness="on_request")
    assert fields_of(refusal) == ["openness_basis"]
    office.do("pelnomocnik", document, "amend-control-data", reason="Przegląd", review_interval=24)
    assert document.openness_basis == "Ustawa o cyberbezpieczeństwie"
    office.do("pelnomocnik", document, "amend-control-data", reason="Decyzja", openness="bip")
    assert (document.openness, document.openness_basis) == ("bip", "udip-6-1-3-d")


def test_proposal_is_answered(office):
    document = office.register()
    office.in_force(document)
    office.do("pracownik", document, "propose-change", proposal="Brak adresu e-Doręczeń")
    office.do("autor", document, "answer-proposal", proposal=1, answer="W następnym wydaniu")
    (proposal,) = document.proposals
    assert proposal["login"] == "pracownik"
    assert proposal["answer"] == "W następnym wydaniu"
    with pytest.raises(ObjectMovedOn):
        office.do("autor", document, "answer-proposal", proposal=1, answer="Jeszcze raz")


def test_taking_over_drops_no_administrative_data(office):
    values = {
        "type": "Procedure",
        "symbol": "PS-02",
        "title": "Nadzór nad zapisami",
        "owner_unit": "PJ",
        "legal_act": "k.14.2024",
        "body": text("<p>Tekst</p>"),
        "archival_category": "A",
    }
    office.do(
        "pelnomocnik", office.library, "take-over", number="1", effective_from=datetime.date(2024, 7, 1), **values
    )
    later = {**values, "number": "2", "effective_from": datetime.date(2025, 7, 1)}
    with pytest.raises(InvalidInput) as refusal:
        office.do("pelnomocnik", office.library, "take-over", **{**later, "archival_category": "B5"})
    assert fields_of(refusal) == ["archival_category"]
    assert office.do("pelnomocnik", office.library, "take-over", **later).number == "2"
