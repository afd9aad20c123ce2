"""What is restricted is closed at every door, and refusals tell nothing of it (DESIGN §4)."""

from czest.qms import clock
import datetime
import pytest
from support.client import upload


CLOSED_ON = datetime.date(clock.today().year - 1, 3, 4)
RECORD = {
    "@type": "Record",
    "title": "Protokół z kontroli",
    "jrwa_class": "2110",
    "closed_on": CLOSED_ON.isoformat(),
    "files": [upload("protokol.txt", "Zażółć".encode(), "text/plain")],
}

#: Addresses below a record that is closed to the reader.
DOORS = (
    "",
    "@operations",
    "@operations/save",
    "@trail",
    "@trail/verify",
    "@history",
    "@workflow",
    "@breadcrumbs",
    "@navigation",
    "@publication",
    "@types",
    "@lock",
    "@sharing",
    "@@view",
    "@@check",
    "@@file/1",
    "@@file/1/protokol.txt",
    "@@addendum/1",
    "@@trail",
    "@@qms-holds",
    "@@operation/save",
    "@@operation/hold",
    "@@operation/add-addendum",
    "@@request-publication",
    "@@download/files",
    "@@images/files",
    "@@object_view",
    "title",
    "files",
    "typed",
    "series",
)
SECRET = "Skarga na pracownika"


def post(person, **data):
    answer = person.post("zapisy", {**RECORD, **data})
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_record_names_no_series_to_those_who_may_not_see_it(client):
    officer = client("pelnomocnik")
    values = {"title": "Postępowania wyjaśniające", "owner_unit": "OR", "jrwa_class": "2110", "access": "distribution"}
    series = officer.operate("zapisy", "make-series", symbol="Z-TAJNE", **values).json()["object"]
    sent = {"series": "Z-TAJNE", "access": "distribution", "distribution": ["PJ"]}
    record = post(client("pracownik"), **sent)["@id"]
    assert client("pracownik").get(record).json()["parent"]["title"] == values["title"]
    reader = client("autor")
    assert reader.get(series).status_code == 401
    found = reader.get(record)
    assert found.json()["symbol"] == f"Z-TAJNE-{CLOSED_ON.year}/01"
    assert values["title"] not in found.text
    assert reader.get(f"{record}/series").status_code == 401
    for door in ("@breadcrumbs", "@navigation", "@operations", "@workflow", "@types", "@actions", "@history"):
        assert values["title"] not in reader.get(f"{record}/{door}").text
    for address in ("zapisy/@register", "@search?portal_type=RecordSeries", "@search?portal_type=Record&fullobjects=1"):
        assert values["title"] not in reader.get(address).text
    for page in (record, f"{record}/@@check", "zapisy", "zapisy/@@series", "zapisy/@@register.csv"):
        assert values["title"] not in reader.get(page, headers={"Accept": "text/html"}).text


@pytest.fixture
def closed_record(client):
    """Address of a restricted record in a restricted series of unit OR; whatever could be read of it has a word."""
    values = {"title": f"{SECRET}: seria", "owner_unit": "OR", "jrwa_class": "2110", "access": "distribution"}
    assert client("pelnomocnik").operate("zapisy", "make-series", symbol="Z-TAJNE", **values).status_code == 200
    record = post(client("pracownik"), series="Z-TAJNE", title=f"{SECRET}: zapis", evidence_of=f"{SECRET}.")["@id"]
    assert client("pracownik").operate(record, "add-addendum", text=f"{SECRET}: sprostowanie").status_code == 200
    assert client("archiwista").operate(record, "hold", reason=f"{SECRET}: wstrzymanie").status_code == 200
    return record


@pytest.mark.parametrize("login", ["autor", "auditor", "informatyk", "manager", "administrator"])
def test_a_restricted_record_is_closed_at_every_door(client, closed_record, login):
    assert SECRET in client("pracownik").get(closed_record).text
    person = client(login)
    for place in (closed_record, closed_record.rsplit("/", 1)[0]):
        for door in DOORS:
            for accept in ("application/json", "text/html"):
                answer = person.get(f"{place}/{door}".rstrip("/"), headers={"Accept": accept})
                assert SECRET not in answer.text and "Z-TAJNE-" not in answer.text.replace(place, ""), (door, accept)
                # Pages lead to the form to sign in.
                assert answer.status_code in (302, 401, 403, 404), (place, door, accept, answer.status_code)
    for door in ("@register", "@register?series=Z-TAJNE", "@@series", "@@view", "@@register.csv", "@search", "@holds"):
        for accept in ("application/json", "text/html"):
            answer = person.get(f"zapisy/{door}", headers={"Accept": accept})
            assert "Z-TAJNE" not in answer.text.replace("series=Z-TAJNE", "") and SECRET not in answer.text, door


@pytest.mark.parametrize("login", ["autor", "informatyk", "manager"])
def test_nothing_tells_a_restricted_record_from_one_that_is_not_there(client, closed_record, login):
    person = client(login)
    before = client("archiwista").get("zapisy/@register").json()["items_total"]

    def told(answer, symbol):
        return answer.status_code, answer.text.replace(symbol, "SYMBOL")

    def asked(operation, symbol, **body):
        return told(person.operate("zapisy", operation, **body), symbol)

    hidden, missing = f"Z-TAJNE-{CLOSED_ON.year}/01", f"Z-TAJNE-{CLOSED_ON.year}/77"
    for operation, body in (("hold-found", {"reason": "x"}), ("propose", {"category": "B"})):
        answers = [asked(operation, symbol, records=[symbol], **body) for symbol in (hidden, missing)]
        assert answers[0] == answers[1] and answers[0][0] == 403
    answers = [told(person.post("zapisy", {**RECORD, "series": symbol}), symbol) for symbol in ("Z-TAJNE", "Z-NIKT")]
    assert answers[0] == answers[1] and answers[0][0] in (400, 403)
    assert person.post("zapisy", {**RECORD, "owner_unit": "OR"}).status_code in (400, 403)
    assert client("archiwista").get("zapisy/@register").json()["items_total"] == before
