"""The register of records as a program asks it and as a browser without scripts does: parameters and rights."""

import csv
from czest.qms import clock
import datetime
import io
import pytest
import transaction


CLOSED_ON = datetime.date(clock.today().year - 1, 3, 4)
YEAR = str(CLOSED_ON.year)


@pytest.fixture
def shared(office):
    """A series for all staff, with a filed record and an open one."""
    series = office.do(
        "pelnomocnik",
        office.portal["zapisy"],
        "make-series",
        title="Protokoły z kontroli",
        owner_unit="OR",
        jrwa_class="2110",
    )
    for title, closed_on in (("Kontrola skarg", CLOSED_ON), ("Kontrola archiwum", None)):
        values = {"title": title, "case_sign": "OR.2110.3.2026", "created_on": CLOSED_ON, "closed_on": closed_on}
        office.do("pracownik", series, "capture", **values)
    transaction.commit()
    return series


@pytest.fixture
def restricted(office):
    """A series for IT alone, with a record."""
    series = office.do(
        "pelnomocnik",
        office.portal["zapisy"],
        "make-series",
        title="Incydenty bezpieczeństwa",
        owner_unit="IT",
        jrwa_class="133",
        access="distribution",
        distribution=["IT"],
    )
    office.do("informatyk", series, "capture", title="Incydent", created_on=CLOSED_ON, closed_on=CLOSED_ON)
    transaction.commit()
    return series


def titles(answer):
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


def test_an_item_tells_state_class_and_days(client, shared):
    answer = client("pracownik").get("zapisy/@register?scope=filed")
    (item,) = answer.json()["items"]
    assert item.pop("@id").startswith(shared.absolute_url())
    assert item == {
        "symbol": f"{shared.symbol}-{YEAR}/01",
        "title": "Kontrola skarg",
        "series": shared.symbol,
        "case_sign": "OR.2110.3.2026",
        "owner_unit": "OR",
        "jrwa_class": "2110",
        "archival_category": "B5",
        "created_on": CLOSED_ON.isoformat(),
        "closed_on": CLOSED_ON.isoformat(),
        "retention_until": f"{CLOSED_ON.year + 5}-12-31",
        "disposable_from": f"{CLOSED_ON.year + 6}-01-01",
        "openness": "internal",
        "state": "filed",
        "held": False,
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Kontrola skarg", "Kontrola archiwum"]),
        ("query=skargach", ["Kontrola skarg"]),
        ("query=OR.2110.3.2026", ["Kontrola skarg", "Kontrola archiwum"]),
        ("sort=title", ["Kontrola archiwum", "Kontrola skarg"]),
        ("sort=-title", ["Kontrola skarg", "Kontrola archiwum"]),
        ("scope=open", ["Kontrola archiwum"]),
        ("state=filed&state=disposed", ["Kontrola skarg"]),
        ("category=B5&jrwa_class=2110&unit=OR", ["Kontrola skarg", "Kontrola archiwum"]),
        ("category=A", []),
        (f"year={YEAR}", ["Kontrola skarg", "Kontrola archiwum"]),
        ("year=rok", []),
        ("series=Z-NIE-MA", []),
        ("held=yes", []),
        ("scope=no-longer-kept", []),
    ],
)
def test_what_is_asked_is_answered(client, shared, query, found):
    assert titles(client("pracownik").get(f"zapisy/@register?{query}")) == found


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("scope=past", "scope"),
        ("held=no", "held"),
        ("sort=colour", "sort"),
        ("b_size=0", "b_size"),
        ("state=x", "state"),
    ],
)
def test_wrong_parameters_are_named(client, browse, shared, query, field):
    answer = client("pracownik").get(f"zapisy/@register?{query}")
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    reader = browse("pracownik")
    reader.open(f"{shared.__parent__.absolute_url()}?{query}")
    assert reader.status == 400
    assert len(reader.page.cssselect("tbody tr")) == 2


def test_held_records_are_marked_and_found(client, office, shared):
    record = next(iter(shared.objectValues()))
    office.do("archiwista", record, "hold", reason="Kontrola NIK", until=None, requested_by="")
    transaction.commit()
    answer = client("pracownik").get("zapisy/@register?held=yes")
    assert titles(answer) == [record.title]
    assert answer.json()["items"][0]["held"] is True
    assert answer.json()["facets"]["held"] == {"yes": 1}
    office.do("archiwista", shared, "hold", reason="Kontrola NIK", until=None, requested_by="")
    transaction.commit()
    assert len(titles(client("pracownik").get("zapisy/@register?held=yes"))) == 2


@pytest.mark.parametrize(
    ("login", "count", "series"), [("pracownik", 2, 1), ("informatyk", 3, 2), ("archiwista", 3, 2), ("manager", 2, 1)]
)
def test_everybody_sees_what_is_his_to_see(client, browse, shared, restricted, login, count, series):
    answer = client(login).get("zapisy/@register").json()
    assert answer["items_total"] == count
    assert len(answer["facets"]["series"]) == series
    reader = browse(login)
    base = shared.__parent__.absolute_url()
    reader.open(base)
    assert len(reader.page.cssselect("tbody tr")) == count
    assert (restricted.symbol in reader.contents) == (series == 2)
    reader.open(f"{base}/@@series")
    assert len(reader.page.cssselect("tbody tr")) == series
    reader.open(f"{base}/@@register.csv")
    assert len(list(csv.reader(io.StringIO(reader.contents)))) >= count
    assert ("Incydent" in reader.contents) == (series == 2)


def test_strangers_see_no_register(client, shared):
    assert client(None).get("zapisy/@register").status_code == 401


def test_the_page_of_a_series_lists_its_records_and_stays_in_it(browse, shared, restricted):
    reader = browse("archiwista")
    reader.open(f"{shared.absolute_url()}?sort=-title")
    assert reader.words("tbody .qms-cell-title a") == ["Kontrola skarg", "Kontrola archiwum"]
    assert {head.get("aria-sort") for head in reader.page.cssselect("thead th")} == {None, "descending"}
    links = [link.get("href") for link in reader.page.cssselect(".qms-tabs a, thead a, .qms-filters")]
    assert all(link is None or link.startswith(shared.absolute_url()) for link in links)


def test_chips_take_one_choice_away(browse, shared):
    reader = browse("pracownik")
    base = shared.__parent__.absolute_url()
    reader.open(f"{base}?category=B5&year={YEAR}&query=kontrola")
    chips = {chip.text_content().strip(): chip.get("href") for chip in reader.page.cssselect(".qms-chip")}
    assert len(chips) == 3
    assert f"{base}?category=B5&year={YEAR}" in chips.values()
    reader.open(f"{base}?category=A")
    assert reader.words(".qms-empty a") and reader.page.cssselect(".qms-empty a")[0].get("href") == base
