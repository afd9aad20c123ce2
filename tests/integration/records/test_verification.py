"""``bin/qms verify`` names every record whose stored content is not what was filed."""

import contextlib
from czest.qms.jobs import commandline
from czest.qms.jobs import site
from czest.qms.operations import gate
from czest.qms.records.snapshots import stamp_digest
from czest.qms.records.verification import verify_records
import pytest
from support.office import file_named


@pytest.fixture
def record(office, filed):
    office.do("pracownik", filed, "add-addendum", text="Data w pkt 2.", file=file_named("sprostowanie.txt"))
    return filed


def broken():
    return [(symbol, seq) for symbol, seq, _message in verify_records()]


def test_what_was_filed_and_corrected_is_whole(record, capture):
    capture()
    assert broken() == []


def in_file(record):
    record.files[0]._blob = file_named("inny.txt", b"inna")._blob


def in_list_of_files(record):
    record.files = []


def in_addendum(record):
    record.addenda = ({**record.addenda[0], "text": "Inaczej"},)


def in_file_of_addendum(record):
    record.addenda[0]["file"]._blob = file_named("inny.txt", b"inna")._blob


def addendum_gone(record):
    record.addenda = ()


def addendum_forged(record):
    record.addenda = (*record.addenda, {**record.addenda[0], "number": 2})


FIELDS = {
    "title": "Inny", "case_sign": "OR.1.1.2020", "closed_on": None, "created_on": None, "typed": {"x": 1},
    "author": "autor", "author_name": "Ktoś", "archival_category": "A", "jrwa_class": "131", "evidence_of": "Nic",
    "symbol": "Z-X-2020/01", "procedure": "PS-01", "owner_unit": "IT", "form_edition": "7",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_changed_field_is_named(record, name):
    symbol = record.symbol
    with gate.opened("test"):
        setattr(record, name, FIELDS[name])
    assert broken() == [(FIELDS[name] if name == "symbol" else symbol, 2)]


@pytest.mark.parametrize(
    ("damage", "seq"),
    [
        (in_file, 2),
        (in_list_of_files, 2),
        (in_addendum, 2),
        (in_file_of_addendum, 2),
        (addendum_gone, 2),
        (addendum_forged, None),
    ],
)
def test_damage_to_files_and_corrections_is_named(record, damage, seq):
    with gate.opened("test"):
        damage(record)
    assert broken() == [(record.symbol, seq)]


def test_a_new_digest_is_not_vouched_for_by_the_next_correction(office, record):
    with gate.opened("test"):
        record.title = "Inny"
        stamp_digest(record)
    assert broken() == [(record.symbol, 2)]
    office.do("pracownik", record, "add-addendum", text="Jeszcze jedno.")
    assert broken() == [(record.symbol, 3)]


def test_an_emptied_catalog_hides_nothing(portal, record):
    portal.portal_catalog.manage_catalogClear()
    with gate.opened("test"):
        record.title = "Inny"
    assert broken() == [(record.symbol, 2)]


def test_the_command_line_names_the_record_and_ends_with_1(portal, office, record, monkeypatch, capsys):
    monkeypatch.setattr(site, "start_zope", lambda: None)
    monkeypatch.setattr(site, "opened_site", lambda: contextlib.nullcontext(portal))
    with gate.opened("test"):
        record.title = "Inny"
    assert commandline.main(("verify",)) == 1
    assert f"{record.symbol}\t2\t" in capsys.readouterr().out
