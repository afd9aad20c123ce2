"""An act brings its editions into force together, or none of them (SIG-1, DESIGN §3)."""

from czest.qms import clock
from czest.qms.acts.finding import editions_of
from czest.qms.acts.operations import enacted
from czest.qms.documents import jobs
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.interfaces import IStateOf
import datetime
import pytest
from support.office import file_named
from zope.component import getUtility


OFFICER = "pelnomocnik"
DAY = datetime.date(2026, 11, 24)
PAST = datetime.date(2026, 11, 1)
COMING = datetime.date(2026, 12, 1)


@pytest.fixture(autouse=True)
def the_day():
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def two(office):
    """Two approved editions that wait for a later day."""
    return [
        office.approved(office.register(title=title), effective_from=datetime.date(2027, 1, 1))
        for title in ("Pierwszy", "Drugi")
    ]


def entries(content):
    return getUtility(ITrail).entries(content.UID())


def told(refusal):
    return [(field, message.mapping["edition"]) for field, message in refusal.value.errors]


def name_of(edition):
    return f"{edition.document.symbol} {edition.number}"


def test_sig_1_both_come_into_force_by_the_act(office, two):
    act = office.record_act()
    addresses = [two[0].absolute_url(), two[1].UID()]
    assert office.do(OFFICER, act, "enact", editions=addresses) is act
    for edition in two:
        assert state_of(edition) == state_of(edition.document) == "in_force"
        assert (edition.in_force_from, edition.legal_act, edition.retroactive_from) == (DAY, "k.14.2024", None)
        entry = entries(edition.document)[-1]
        assert (entry.operation, entry.actor, entry.edition) == ("enact", OFFICER, edition.number)
        assert (entry.details["legal_act"], entry.details["act"]) == ("k.14.2024", act.UID())
        assert entry.digest == edition.digest
    assert act.editions == tuple(edition.UID() for edition in two)
    recorded, enacted = entries(act)
    assert (recorded.operation, enacted.operation) == ("record-act", "enact")
    assert enacted.details["editions"] == [{"symbol": e.document.symbol, "number": e.number} for e in two]
    assert enacted.digest == IStateOf(act).digest != recorded.digest


def test_the_edition_in_force_is_superseded(office):
    document = office.register()
    old = office.in_force(document)
    new = office.approved(document)
    with clock.stopped_at(COMING):
        office.do(OFFICER, office.record_act(), "enact", editions=[new.UID()])
    assert (state_of(old), state_of(new)) == ("superseded", "in_force")
    assert old.in_force_to == datetime.date(2026, 11, 30)


def test_one_in_the_wrong_state_keeps_all_from_force(office, two):
    act = office.record_act()
    draft = office.draft(office.register(title="Trzeci"))
    before = [len(entries(edition.document)) for edition in two], len(entries(act))
    with pytest.raises(ObjectMovedOn) as refusal:
        office.do(OFFICER, act, "enact", editions=[two[0].UID(), draft.UID(), two[1].UID()])
    assert told(refusal) == [("editions", name_of(draft))]
    assert [state_of(edition) for edition in two] == ["approved", "approved"]
    assert act.editions == ()
    assert ([len(entries(edition.document)) for edition in two], len(entries(act))) == before


def test_what_fails_in_the_midst_undoes_the_rest(office, two, monkeypatch):
    act = office.record_act(signed_file=None)
    wrong = two[1].UID()

    def fails(edition, day, transition="release"):
        if edition.UID() == wrong:
            raise ObjectMovedOn("No longer")
        original(edition, day, transition)

    original = enacted.bring_into_force
    monkeypatch.setattr(enacted, "bring_into_force", fails)
    with pytest.raises(ObjectMovedOn):
        office.do(OFFICER, act, "enact", editions=[e.UID() for e in two], signed_file=file_named("akt.txt"))
    assert [(state_of(edition), edition.legal_act) for edition in two] == [("approved", None)] * 2
    assert (act.editions, act.signed_file) == ((), None)
    assert entries(two[0].document)[-1].operation == "approve"


def test_an_edition_in_force_is_not_enacted_again(office, two):
    act = office.record_act()
    office.do(OFFICER, act, "enact", editions=[two[0].UID()])
    with pytest.raises(ObjectMovedOn):
        office.do(OFFICER, act, "enact", editions=[two[0].UID(), two[1].UID()])
    assert state_of(two[1]) == "approved"
    office.do(OFFICER, act, "enact", editions=[two[1].UID()])
    assert act.editions == (two[0].UID(), two[1].UID())


def test_unknown_editions_are_named_with_the_others(office, two):
    act = office.record_act()
    draft = office.draft(office.register(title="Trzeci"))
    asked = ["dokumenty/P-XX-99/wydanie-1", two[0].UID(), draft.UID(), two[0].document.UID()]
    with pytest.raises(InvalidInput) as refusal:
        office.do(OFFICER, act, "enact", editions=asked)
    assert told(refusal) == [("editions", asked[0]), ("editions", asked[3]), ("editions", name_of(draft))]
    assert state_of(two[0]) == "approved"


def test_an_edition_of_somebody_else_is_refused(office, two):
    act = office.record_act()
    with gate.opened("test"):
        two[1]._czest_qms__Amend_control_data_Permission = ()
    with pytest.raises(InvalidInput) as refusal:
        office.do(OFFICER, act, "enact", editions=[edition.UID() for edition in two])
    assert told(refusal) == [("editions", name_of(two[1]))]
    assert state_of(two[0]) == "approved"


def test_force_back_from_a_past_day_is_noted_and_the_real_day_kept(office, two):
    act = office.record_act(effective_from=PAST)
    office.do(OFFICER, act, "enact", editions=[two[0].UID()])
    assert (two[0].in_force_from, two[0].retroactive_from) == (DAY, PAST)
    assert entries(two[0].document)[-1].details["retroactive_from"] == PAST.isoformat()
    assert entries(act)[-1].details["retroactive_from"] == PAST.isoformat()


def test_an_act_of_a_past_date_gives_no_retroactive_force_by_itself(office, two):
    office.do(OFFICER, office.record_act(date=PAST), "enact", editions=[two[0].UID()])
    assert (two[0].in_force_from, two[0].retroactive_from) == (DAY, None)


def test_a_day_to_come_is_kept_by_the_scheduler(office, two):
    act = office.record_act(effective_from=COMING)
    office.do(OFFICER, act, "enact", editions=[edition.UID() for edition in two])
    assert [(state_of(e), e.effective_from, e.legal_act) for e in two] == [("approved", COMING, "k.14.2024")] * 2
    jobs.BringIntoForce().run()
    assert {state_of(edition) for edition in two} == {"approved"}
    with clock.stopped_at(COMING):
        jobs.BringIntoForce().run()
    assert [(state_of(e), e.in_force_from) for e in two] == [("in_force", COMING)] * 2


def test_what_the_act_has_not_is_said_now(office, two):
    act = office.record_act(date=None, signed_file=None)
    with pytest.raises(InvalidInput) as refusal:
        office.do(OFFICER, act, "enact", editions=[two[0].UID()])
    assert [field for field, _message in refusal.value.errors] == ["date", "signed_file"]
    values = {"number": "k.14.2024", "date": DAY, "signed_file": file_named("akt.txt"), "effective_from": PAST}
    office.do(OFFICER, act, "enact", editions=[two[0].UID()], **values)
    assert (act.date, act.signed_file.filename, act.effective_from) == (DAY, "akt.txt", PAST)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "k.15.2024"),
        ("date", PAST),
        ("signed_file", "other"),
        ("effective_from", COMING),
        ("date", COMING),
    ],
)
def test_what_was_recorded_is_not_said_otherwise(office, two, field, value):
    act = office.record_act(effective_from=PAST)
    value = file_named("inny.txt", b"Inny") if value == "other" else value
    with pytest.raises(InvalidInput) as refusal:
        office.do(OFFICER, act, "enact", editions=[two[0].UID()], **{field: value})
    assert {name for name, _message in refusal.value.errors} == {field}
    assert state_of(two[0]) == "approved"


@pytest.mark.parametrize("login", ["autor", "zatwierdzajacy", "pracownik", "auditor", "administrator", "manager"])
def test_the_officer_alone_records_and_enacts(office, two, login):
    with pytest.raises(NotPermitted):
        office.record_act(login=login)
    act = office.record_act()
    with pytest.raises(NotPermitted):
        office.do(login, act, "enact", editions=[two[0].UID()])


def test_no_editions_no_enactment(office):
    act = office.record_act()
    for editions in ([], None):
        with pytest.raises(InvalidInput) as refusal:
            office.do(OFFICER, act, "enact", editions=editions)
        assert [field for field, _message in refusal.value.errors] == ["editions"]


def test_before_the_day_of_the_act_nobody_releases_it_and_revoking_takes_it_out(office, two):
    first, second = two
    act = office.record_act(effective_from=COMING)
    office.do(OFFICER, act, "enact", editions=[edition.UID() for edition in two])
    with pytest.raises(ObjectMovedOn):
        office.do(OFFICER, first, "release")
    office.do(OFFICER, first, "revoke-approval", reason="Błąd")
    assert (state_of(first), first.legal_act, first.is_enacted) == ("draft", None, False)
    with office.acting_as(OFFICER):
        assert set(editions_of([act])) == {second.UID()}
    with clock.stopped_at(COMING):
        jobs.BringIntoForce().run()
    assert (state_of(first), state_of(second)) == ("draft", "in_force")


def test_the_act_that_the_author_had_named_returns_with_the_draft(office):
    edition = office.approved(office.register(), legal_act="k.13.2024")
    office.do(OFFICER, office.record_act(effective_from=COMING), "enact", editions=[edition.UID()])
    assert edition.legal_act == "k.14.2024"
    office.do(OFFICER, edition, "revoke-approval", reason="Błąd")
    assert edition.legal_act == "k.13.2024"
