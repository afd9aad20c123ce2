"""The banner of a hold, its dialogs and the list, in the pages people see."""

from czest.qms import clock
import datetime
import pytest
from support.office import file_named
import transaction
from urllib.parse import quote


LATER = clock.today() + datetime.timedelta(days=400)


@pytest.fixture
def record(office, portal):
    values = {"closed_on": datetime.date(2015, 6, 30), "archival_category": "B5", "files": [file_named("a.txt")]}
    record = office.do("pracownik", portal["zapisy"], "capture", title="Protokół", jrwa_class="0142", **values)
    transaction.commit()
    return record


def words(browser, selector):
    return " ".join(" ".join(browser.words(selector)).split())


def submit(browser, name="form.buttons.perform"):
    browser.getControl(name=name).click()


def test_the_archivist_holds_extends_and_lifts(browse, record):
    browser = browse("archiwista")
    browser.open(record.absolute_url())
    assert browser.words(".qms-hold") == []
    browser.open(f"{record.absolute_url()}/@@operation/hold")
    assert "Disposal is impossible until the hold is lifted." in words(browser, ".qms-consequences")
    submit(browser)
    assert browser.status == 400
    browser.getControl(name="form.widgets.reason").value = "Kontrola NIK"
    browser.getControl(name="form.widgets.requested_by").value = "Skarbnik Miasta"
    browser.getControl(name="form.widgets.until").value = LATER.isoformat()
    submit(browser)
    banner = words(browser, ".qms-hold")
    for part in ("Kontrola NIK", "Archiwista zakładowy", "Skarbnik Miasta", "It concerns 1 record"):
        assert part in banner
    browser.getLink("Extend", index=0).click()
    browser.getControl(name="form.widgets.reason").value = "Kontrola trwa"
    submit(browser)
    assert "without an end" in words(browser, ".qms-hold")
    browser.getLink("Lift the hold").click()
    browser.getControl(name="form.widgets.reason").value = "Po kontroli"
    submit(browser)
    assert browser.words(".qms-hold") == []


def test_with_two_holds_the_button_beside_one_lifts_that_one(office, browse, record):
    for reason in ("Pierwsze", "Drugie"):
        office.do("archiwista", record, "hold", reason=reason)
    browser = browse("archiwista")
    browser.open(record.absolute_url())
    browser.getLink("Lift the hold", index=1).click()
    assert browser.getControl(name="form.widgets.hold:list").value == [record.holds[1]["id"]]
    browser.getControl(name="form.widgets.reason").value = "Po procesie"
    submit(browser)
    assert "Pierwsze" in words(browser, ".qms-hold") and "Drugie" not in words(browser, ".qms-hold")


def test_staff_see_that_it_is_held_but_not_why(office, browse, record):
    office.do("archiwista", record, "hold", reason="Tajne śledztwo", requested_by="Prokuratura", until=LATER)
    browser = browse("pracownik")
    browser.open(record.absolute_url())
    banner = words(browser, ".qms-hold")
    assert "On hold from" in banner and "Archiwista zakładowy" in banner
    assert "śledztwo" not in browser.contents and "Prokuratura" not in browser.contents
    assert browser.words(".qms-hold-actions") == []


def test_a_hold_of_the_series_is_told_on_its_records(office, browse, record):
    office.do("pelnomocnik", record.series, "hold", reason="Kontrola RIO")
    browser = browse("archiwista")
    browser.open(record.absolute_url())
    assert f"It stands on the whole series {record.series.symbol}" in words(browser, ".qms-hold")
    assert browser.words(".qms-hold-actions") == []
    browser.open(record.series.absolute_url())
    assert "It concerns all records of the series" in words(browser, ".qms-hold")
    browser.getLink("Lift the hold").click()
    browser.getControl(name="form.widgets.reason").value = "Po kontroli"
    submit(browser)
    assert browser.words(".qms-hold") == []


def test_the_list_leads_to_the_holds(office, portal, browse, record):
    browser = browse("archiwista")
    browser.open(portal["zapisy"].absolute_url())
    browser.getLink("Holds of disposal").click()
    assert "Nothing is on hold" in browser.contents
    browser.getLink("Hold the disposal of records found").click()
    browser.getControl(name="form.widgets.reason").value = "Proces"
    submit(browser)
    assert browser.status == 400 and "nothing was asked for" in browser.contents
    browser.getControl(name="form.widgets.year").value = "2015"
    submit(browser)
    browser.open(f"{portal['zapisy'].absolute_url()}/@@holds")
    (row,) = browser.words("tbody tr")
    for part in (record.symbol, "Proces", "without an end", "It concerns 1 record"):
        assert part in " ".join(row.split())
    browser.getLink("Lift").click()
    browser.getControl(name="form.widgets.reason").value = "Koniec"
    submit(browser)
    browser.open(f"{portal['zapisy'].absolute_url()}/@@holds")
    assert "lifted on" in words(browser, "tbody tr")


def test_the_address_of_a_search_fills_the_form(browse, portal, record):
    browser = browse("archiwista")
    browser.open(f"{portal['zapisy'].absolute_url()}/@@operation/hold-found?year=2015&series={record.series.symbol}")
    assert browser.getControl(name="form.widgets.year").value in ("2015", "2,015", "2 015")
    assert "1 record" in words(browser, ".qms-consequences")
    browser.open(f"{portal['zapisy'].absolute_url()}/@@operation/hold-found?records=..")
    assert browser.status == 200


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("year=x", "year"),
        ("category=B5&category=B10", "category"),
        ("held=yes&unit=OR", "held"),
        ("scope=filed", "scope"),
    ],
)
def test_a_narrowing_that_cannot_be_held_is_refused_by_its_name(client, portal, record, query, name):
    address = f"zapisy/@@operation/hold-found?{query}"
    answer = client("archiwista").get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert f"found by: {name}." in answer.text


@pytest.mark.parametrize("login", ["archiwista", "pelnomocnik"])
def test_the_register_hands_its_narrowing_to_the_hold(office, browse, portal, record, login):
    values = {"jrwa_class": "0142", "closed_on": datetime.date(2015, 6, 30)}
    others = [
        office.do("pracownik", portal["zapisy"], "capture", title=title, archival_category=category, **values)
        for title, category in (("Protokół inny", "B10"), ("Notatka", "B5"))
    ]
    transaction.commit()
    browser = browse(login)
    register = portal["zapisy"].absolute_url()
    unit = record.owner_unit
    browser.open(f"{register}?category=B5&unit={unit}&query={quote('protokół')}&scope=filed")
    assert browser.words("tbody tr th") == [record.symbol]
    browser.getLink("Hold those found").click()
    assert "1 record" in words(browser, ".qms-consequences")
    browser.getControl(name="form.widgets.reason").value = "Proces"
    submit(browser)
    browser.open(f"{register}?held=yes")
    assert browser.words("tbody tr th") == [record.symbol]
    assert [other.holds for other in others] == [(), ()]


@pytest.mark.parametrize(
    "query", ["", "?held=yes", "?category=B5&category=B10", "?category=B50", "?scope=no-longer-kept"]
)
def test_nothing_is_offered_where_it_could_not_be_held(browse, portal, record, query):
    browser = browse("archiwista")
    browser.open(f"{portal['zapisy'].absolute_url()}{query}")
    assert "Hold those found" not in browser.contents


def test_who_does_not_hold_is_not_offered_it(browse, portal, record):
    browser = browse("pracownik")
    browser.open(f"{portal['zapisy'].absolute_url()}?category=B5")
    assert record.symbol in browser.contents
    assert "Hold those found" not in browser.contents


@pytest.mark.parametrize("login", ["pracownik", "auditor", "manager", None])
def test_others_do_not_get_the_list(client, portal, record, login):
    answer = client(login).get("zapisy/@@holds", headers={"Accept": "text/html"})
    assert answer.status_code in (302, 401, 403)


def test_reading_writes_nothing(office, browse, portal, record):
    office.do("archiwista", record, "hold", reason="R")
    transaction.commit()
    browser = browse("archiwista")
    before = portal._p_jar.db().lastTransaction()
    for address in (record.absolute_url(), record.series.absolute_url(), f"{portal['zapisy'].absolute_url()}/@@holds"):
        browser.open(address)
    assert portal._p_jar.db().lastTransaction() == before
