"""Facts that the records of the demonstration have to keep."""

from collections import Counter
import csv
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.symbols import is_record_symbol
from czest.qms.records.rules.symbols import is_series_symbol
import datetime
from importlib.resources import files
import json
import pytest
import re


CONTENT = files("czest.qms.demo") / "content"
FOLDER = CONTENT / "zapisy"


def load(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


DATA = load("records.json")
SERIES = {series["symbol"]: series for series in DATA["series"]}
RECORDS = DATA["records"]
BY_SIGN = {record["case_sign"]: record for record in RECORDS}
HOLDERS = {post["holder"] for post in load("organisation.json")["posts"]}
UNITS = {unit["symbol"] for unit in load("organisation.json")["units"]}


def file_texts():
    return sorted(path.name for path in FOLDER.iterdir())


def jrwa_rows():
    with (CONTENT / "jrwa.csv").open(encoding="utf-8", newline="") as stream:
        return {row["symbol"]: row for row in csv.DictReader(stream, delimiter=";")}


@pytest.mark.parametrize("symbol", sorted(SERIES))
def test_series_has_a_unit_an_end_class_and_known_documents(symbol):
    series, documents = SERIES[symbol], {document["symbol"] for document in load("documents.json")}
    assert is_series_symbol(symbol)
    assert series["owner_unit"] in UNITS
    assert jrwa_rows()[series["jrwa_class"]]["kategoria_macierzysta"]
    assert {series["procedure"], series["form"]} <= documents | {""}
    assert str(Category.parse(series["archival_category"])) == series["archival_category"]
    assert set(series["distribution"]) <= UNITS
    assert bool(series["distribution"]) == (series["access"] == "distribution")


def test_every_series_has_records_and_every_record_a_series():
    assert {record["series"] for record in RECORDS} == set(SERIES)


def test_symbols_and_case_signs_are_each_used_once():
    given = [record["symbol"] for record in RECORDS if "symbol" in record]
    assert len(set(given)) == len(given)
    assert all(is_record_symbol(symbol) for symbol in given)
    assert len(BY_SIGN) == len(RECORDS)


@pytest.mark.parametrize("sign", sorted(BY_SIGN))
def test_record_takes_its_steps_in_order(sign):
    record = BY_SIGN[sign]
    steps = [record["at"], *(step["at"] for step in (record.get("opening"), record.get("filing")) if step)]
    steps += [addendum["at"] for addendum in record.get("addenda", ())]
    assert steps == sorted(steps)
    assert record["created_on"] <= record["at"]
    closed = record.get("closed_on") or record.get("filing", {}).get("closed_on")
    assert closed is None or record["created_on"] <= closed
    assert record["by"] in HOLDERS
    assert record["evidence_of"].endswith(".")


def test_the_list_and_the_holds_name_records():
    named = [*DATA["list"]["records"], *(sign for hold in DATA["holds"] for sign in hold["records"])]
    assert set(named) <= set(BY_SIGN)
    steps = [DATA["list"][step]["at"] for step in ("proposed", "signed", "requested")]
    assert steps == sorted(steps)


def test_what_is_on_the_list_was_due_when_it_was_proposed():
    proposed = datetime.date.fromisoformat(DATA["list"]["proposed"]["at"][:10])
    for sign in DATA["list"]["records"]:
        record = BY_SIGN[sign]
        assert SERIES[record["series"]]["archival_category"] == DATA["list"]["category"] == "B5"
        assert datetime.date(int(record["closed_on"][:4]) + 6, 1, 1) <= proposed


def test_every_file_belongs_to_a_record():
    used = Counter(name.replace(".odt", ".html") for record in RECORDS for name in record.get("files", ()))
    assert sorted(used) == file_texts()
    assert set(used.values()) == {1}


@pytest.mark.parametrize("name", file_texts())
def test_files_hold_no_number_of_a_person(name):
    assert re.findall(r"\d{11}", (FOLDER / name).read_text(encoding="utf-8")) == []


def test_what_is_left_out_of_the_public_report_stands_in_the_original():
    plan = load("published-records.json")["Z-PS03-2026/04"]
    original = (FOLDER / "raport-z-auditu-04-2026.html").read_text(encoding="utf-8")
    assert plan["redacted"]
    assert all(text in original for text in plan["redacted"])
    assert plan["exclusions"][0]["legal_basis"] == "art. 5 ust. 2 u.d.i.p."
