"""Making a list, its papers, the answer of the archive, and what becomes of its records."""

from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.disposal.papers import day_of
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.records.interfaces import IDisposalObstacle
import datetime
import pytest
from support.office import file_named
from zope.component import getSiteManager
from zope.component import getUtility
from zope.i18n import interpolate
from zope.interface import implementer


def told(refused):
    """Return the sentences of a refusal by field, with their values filled in."""
    found = {}
    for field, message in refused.value.errors:
        found.setdefault(field, []).append(text_of(message))
    return found


def text_of(message):
    mapping = {name: text_of(value) for name, value in (getattr(message, "mapping", None) or {}).items()}
    return interpolate(str(message), mapping)


def operations_in_trail(content):
    return [entry.operation for entry in getUtility(ITrail).entries(content.UID())]


def test_the_way_of_the_contract(archive_office):
    record = archive_office.record()
    content = archive_office.proposed(record)
    assert (content.symbol, content.getId()) == (f"Z-AR-{content.made_on.year}/1", f"{content.made_on.year}-1")
    assert (state_of(content), state_of(record), record.disposal_list) == (
        "proposed",
        "disposal_pending",
        content.UID(),
    )
    archive_office.do(content, "record-consent", consent_no="AP.620.7.2026", consent_date=clock.today())
    assert state_of(content) == "consented"
    archive_office.do(content, "destroy")
    assert (state_of(content), state_of(record)) == ("destroyed", "disposed")
    assert operations_in_trail(record) == ["capture", "propose", "destroy"]
    assert operations_in_trail(content) == ["propose", "record-consent", "destroy"]


def test_what_lost_its_schedule_is_neither_listed_nor_destroyed(archive_office):
    record = archive_office.record()
    content = archive_office.proposed(archive_office.record())
    archive_office.do(content, "record-consent", consent_no="AP.620.7.2026", consent_date=clock.today())
    classification = getUtility(IClassification)
    terms = [term for term in classification.terms("jrwa") if term.token != record.jrwa_class]
    classification.replace("jrwa", terms)
    with pytest.raises(InvalidInput) as refused:
        archive_office.proposed(record)
    assert "The schedule is missing" in told(refused)["records"][0] and "§" in told(refused)["records"][0]
    with pytest.raises(ObjectMovedOn) as refused:
        archive_office.do(content, "destroy")
    assert "The schedule is missing" in told(refused)["rows"][0]
    assert (state_of(record), state_of(content)) == ("filed", "consented")


def test_the_way_with_all_papers(archive_office):
    content = archive_office.proposed(archive_office.record())
    archive_office.do(content, "sign", place="Częstochowa", title="Spis do brakowania: lata 2015–2020")
    assert (state_of(content), content.title) == ("signed", "Spis do brakowania: lata 2015–2020")
    request = {"basis": "JRWA z 2011 r.", "records_are": "dokumentacja elektroniczna"}
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(content, "send-request", **request)
    assert "§ 9 ust. 2" in told(refused)["is_declared"][0]
    archive_office.do(content, "send-request", is_declared=True, **request)
    assert (state_of(content), day_of(content, "requested")) == ("requested", clock.today())
    archive_office.do(content, "record-consent", consent_no="AP.620.7.2026", consent_date=clock.today())
    archive_office.do(content, "destroy", method="wymazanie", commission=["A. Nowak", "B. Kowal"])
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(content, "record-protocol", sign="AR.0142.1.2026")
    assert set(told(refused)) == {"witnesses"}
    archive_office.do(content, "record-protocol", sign="AR.0142.1.2026", witnesses=["C. Lis"])
    protocol = content.papers["protocol"]
    assert state_of(content) == "closed"
    assert (protocol["category"], protocol["units"], protocol["method"]) == ("A", 1, "wymazanie")
    for part in (content.symbol, "AP.620.7.2026", "A. Nowak", "C. Lis", "AR.0142.1.2026"):
        assert part in protocol["text"]


def test_arch_8_rows_have_the_columns_of_the_regulation(archive_office):
    archive_office.record(case_sign="OR.0142.7.2015", created_on=datetime.date(2014, 3, 1))
    archive_office.record(case_sign="OR.0142.2.2015", title="Drugi")
    content = archive_office.do(archive_office.records, "propose", category="B5")
    first, second = content.rows.values()
    assert [row.number for row in (first, second)] == [1, 2]
    assert [row.case_sign for row in (first, second)] == ["OR.0142.2.2015", "OR.0142.7.2015"]
    assert (second.years, second.signature, second.files, second.units) == ("2014–2015", None, 1, 1)
    assert second.size == len("Tajemnicza treść".encode())
    assert second.heading and not second.heading.startswith("0142")
    assert (content.totals["rows"], content.totals["first_year"], content.totals["last_year"]) == (2, 2014, 2015)
    assert content.requesting_body == content.body_of_records == "Urząd Miasta Częstochowy"
    assert (content.made_by, content.made_by_post) == ("archiwista", "Archiwista zakładowy")


def test_everything_due_is_what_the_rules_allow(archive_office):
    due = archive_office.record()
    archive_office.record(category="B50")
    archive_office.record(category="A", closed_on=datetime.date(1990, 1, 1))
    archive_office.record(category="Bc")
    archive_office.record(closed_on=None)
    archive_office.hold(archive_office.record())
    content = archive_office.do(archive_office.records, "propose", category="B")
    assert [row.symbol for row in content.rows.values()] == [due.symbol]


def test_everything_due_is_narrowed_to_a_unit_and_years(archive_office):
    archive_office.record()
    older = archive_office.record(closed_on=datetime.date(2010, 1, 1))
    content = archive_office.do(archive_office.records, "propose", category="B", unit="OR", year_until=2010)
    assert [row.symbol for row in content.rows.values()] == [older.symbol]
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(archive_office.records, "propose", category="B", unit="IT")
    assert set(told(refused)) == {"category"}


def test_records_are_named_by_address_uid_or_symbol(archive_office):
    records = [archive_office.record() for _number in range(3)]
    names = [records[0].absolute_url(), records[1].UID(), records[2].symbol, records[2].UID()]
    content = archive_office.do(archive_office.records, "propose", category="B5", records=names)
    assert {row.symbol for row in content.rows.values()} == {record.symbol for record in records}
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(archive_office.records, "propose", category="B", records=["Z-XX-2015/99", "/zapisy/a/b"])
    assert len(told(refused)["records"]) == 2


@pytest.mark.parametrize(
    ("category", "closed_on", "article"),
    [
        ("A", datetime.date(1990, 1, 1), "art. 5 ust. 1 pkt 1"),
        ("B50", datetime.date(2015, 1, 1), "art. 5 ust. 1 pkt 2"),
        ("BE5", datetime.date(2015, 1, 1), "§ 9 ust. 3 i 4"),
        ("B5", None, "załącznik nr 1"),
    ],
)
def test_what_may_not_stand_on_the_list_is_refused_with_the_article(archive_office, category, closed_on, article):
    record = archive_office.record(category=category, closed_on=closed_on)
    with pytest.raises(InvalidInput) as refused:
        archive_office.proposed(record)
    sentences = told(refused)["records"]
    assert any(article in sentence for sentence in sentences)
    assert all(sentence.startswith(record.symbol) for sentence in sentences)
    assert record.disposal_list is None
    assert not archive_office.archive.objectIds()


def test_a_record_stands_on_one_list(archive_office):
    record = archive_office.record()
    archive_office.proposed(record)
    with pytest.raises(InvalidInput) as refused:
        archive_office.proposed(record)
    assert len(told(refused)["records"]) == 1


def test_a_record_on_hold_is_refused(archive_office):
    held, in_series = archive_office.record(), archive_office.record(title="Z serii", jrwa_class="1510")
    archive_office.hold(held, until=datetime.date(2099, 1, 1))
    archive_office.hold(in_series.series)
    for record, part in ((held, "1 stycznia 2099"), (in_series, "hold")):
        with pytest.raises(InvalidInput) as refused:
            archive_office.proposed(record)
        assert part in told(refused)["records"][0]


def test_a_series_that_lost_its_schedule_is_refused_with_the_article(archive_office):
    record = archive_office.record()
    with gate.opened("test"):
        record.series.archival_category = None
    with pytest.raises(InvalidInput) as refused:
        archive_office.proposed(record)
    assert "§ 2 ust. 1" in told(refused)["records"][0]


def test_what_is_shown_outside_is_refused(archive_office):
    record = archive_office.record()

    @implementer(IDisposalObstacle)
    class Shown:
        def published(self, uids):
            return {uid for uid in uids if uid == record.UID()}

    obstacle = Shown()
    getSiteManager().registerUtility(obstacle, IDisposalObstacle, name="test")
    with pytest.raises(InvalidInput) as refused:
        archive_office.proposed(record)
    getSiteManager().unregisterUtility(obstacle, IDisposalObstacle, name="test")
    assert told(refused)["records"][0].startswith(record.symbol)
    assert state_of(archive_office.proposed(record)) == "proposed"


def test_nothing_else_is_a_category(archive_office):
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(archive_office.records, "propose", category="C5")
    assert set(told(refused)) == {"category"}


def test_arch_6_no_consent_without_sign_and_date(archive_office):
    content = archive_office.proposed()
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(content, "record-consent")
    assert "§ 9 ust. 1" in told(refused)["consent_no"][0]
    assert "§ 9 ust. 1" in told(refused)["consent_date"][0]
    day = datetime.timedelta(days=1)
    for wrong in (clock.today() + day, content.made_on - day):
        with pytest.raises(InvalidInput) as refused:
            archive_office.do(content, "record-consent", consent_no="X", consent_date=wrong)
        assert set(told(refused)) == {"consent_date"}
    assert state_of(content) == "proposed"


def test_arch_6_nothing_is_destroyed_before_the_consent(archive_office):
    content = archive_office.proposed()
    with pytest.raises(ObjectMovedOn) as refused:
        archive_office.do(content, "destroy")
    assert "§ 9 ust. 1" in text_of(refused.value.message)


def test_a_consent_without_some_rows(archive_office):
    first, second = archive_office.record(), archive_office.record()
    content = archive_office.proposed(first, second)
    consent = {"consent_no": "AP.1", "consent_date": clock.today(), "excluded": [1]}
    with pytest.raises(InvalidInput) as refused:
        archive_office.do(content, "record-consent", **consent)
    assert set(told(refused)) == {"reason"}
    letter = file_named("pismo.txt")
    archive_office.do(content, "record-consent", reason="Wartość historyczna", letter=letter, **consent)
    assert state_of(content) == "partly"
    assert (state_of(first), first.disposal_list, state_of(second)) == ("filed", None, "disposal_pending")
    assert content.excluded[1] == {"by": "archive", "day": clock.today(), "reason": "Wartość historyczna"}
    assert content.consent_letter.filename == "pismo.txt"
    archive_office.do(content, "destroy")
    assert (state_of(first), state_of(second)) == ("filed", "disposed")


@pytest.mark.parametrize("numbers", [[3], [0], [-1]])
def test_only_rows_of_the_list_are_excluded(archive_office, numbers):
    content = archive_office.proposed(archive_office.record(), archive_office.record())
    for operation, data in (
        ("record-consent", {"consent_no": "AP.1", "consent_date": clock.today(), "excluded": numbers}),
        ("record-refusal", {"rows": numbers}),
        ("take-off", {"rows": numbers}),
    ):
        with pytest.raises(InvalidInput) as refused:
            archive_office.do(content, operation, reason="x", **data)
        assert set(told(refused)) & {"excluded", "rows"}


def test_a_refusal_of_the_whole_list(archive_office):
    record = archive_office.record()
    content = archive_office.proposed(record)
    archive_office.do(content, "record-refusal", reason="Niepełne dane")
    assert (state_of(content), state_of(record), record.disposal_list) == ("refused", "filed", None)
    again = archive_office.proposed(record)
    assert again.symbol.endswith("/2")


def test_a_refusal_of_rows_after_the_consent(archive_office):
    first, second = archive_office.record(), archive_office.record()
    content = archive_office.consented(first, second)
    archive_office.do(content, "record-refusal", reason="Pomyłka", rows=[2])
    assert (state_of(content), state_of(second)) == ("partly", "filed")
    archive_office.do(content, "record-refusal", reason="Pomyłka", rows=[1])
    assert (state_of(content), state_of(first)) == ("refused", "filed")


def test_rows_are_taken_off_and_lists_given_up(archive_office):
    first, second = archive_office.record(), archive_office.record()
    content = archive_office.proposed(first, second)
    archive_office.do(content, "take-off", rows=[1], reason="Pomyłka")
    assert (state_of(content), state_of(first), state_of(second)) == ("proposed", "filed", "disposal_pending")
    with pytest.raises(InvalidInput):
        archive_office.do(content, "take-off", rows=[1], reason="Pomyłka")
    archive_office.do(content, "drop", reason="Nieaktualny")
    assert (state_of(content), state_of(second)) == ("dropped", "filed")


def test_with_its_last_row_a_list_is_given_up(archive_office):
    content = archive_office.proposed()
    archive_office.do(content, "take-off", rows=[1], reason="Pomyłka")
    assert state_of(content) == "dropped"


def test_arch_3_be_is_destroyed_only_after_its_appraisal(archive_office):
    first, second = archive_office.record("BE5"), archive_office.record("BE5")
    content = archive_office.proposed(first, second, category="BE")
    archive_office.do(content, "record-consent", consent_no="AP.1", consent_date=clock.today())
    with pytest.raises(ObjectMovedOn) as refused:
        archive_office.do(content, "destroy")
    assert len(told(refused)["rows"]) == 2
    archive_office.do(content, "record-appraisal", appraisal_no="AP.2", appraised_on=clock.today(), archival=[2])
    archive_office.do(content, "destroy")
    assert (state_of(first), state_of(second)) == ("disposed", "filed")


def test_arch_5_category_a_goes_to_the_state_archive(archive_office):
    record = archive_office.record("A", closed_on=datetime.date(1990, 1, 1))
    content = archive_office.proposed(record, category="A")
    for operation in ("destroy", "record-consent", "record-protocol"):
        with pytest.raises(ObjectMovedOn):
            archive_office.do(content, operation, consent_no="X", consent_date=clock.today(), sign="X")
    archive_office.do(content, "transfer", reference="AP.9")
    assert (state_of(content), state_of(record)) == ("transferred", "transferred")
    assert record.files[0].data == "Tajemnicza treść".encode()


@pytest.mark.parametrize("login", ["pracownik", "autor", "pelnomocnik", "auditor", "administrator", "manager"])
def test_lists_are_the_archivists(archive_office, login):
    record = archive_office.record()
    with pytest.raises(NotPermitted):
        archive_office.office.do(login, archive_office.records, "propose", category="B")
    content = archive_office.proposed(record)
    with pytest.raises(NotPermitted):
        archive_office.office.do(login, content, "record-consent", consent_no="X", consent_date=clock.today())
    with pytest.raises(NotPermitted):
        archive_office.office.do(login, archive_office.consented(), "destroy")
