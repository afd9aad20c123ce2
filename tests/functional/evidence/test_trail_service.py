"""``@trail``, ``@trail/verify``, the page and the download, as people and clients ask for them."""

from base64 import b64encode
import csv
from czest.qms import clock
from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.evidence.interfaces import ITrail
import datetime
import hashlib
import io
import json
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
import pytest
import transaction
import urllib.error
import urllib.request
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer


MORNING = datetime.datetime(2026, 11, 24, 7, 0, 7, tzinfo=datetime.UTC)
PEOPLE = {
    "officer": ["Member", "Quality Officer"],
    "auditor": ["Member", "Auditor"],
    "clerk": ["Member"],
    "administrator": ["Member", "Site Administrator"],
}
PASSWORD = "dlugie-haslo-1"


def enrol(login):
    """Make the account of a person when it is needed first: hashing passwords takes its time."""
    if api.user.get(login) is None:
        api.user.create(username=login, email=f"{login}@urzad.example", password=PASSWORD, roles=PEOPLE[login])
        transaction.commit()


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    document = api.content.create(portal, "Document", "page", title="Skargi i wnioski")
    document.manage_permission("View", ["Authenticated", "Manager"], acquire=False)
    alsoProvides(document, IHasTrail)
    api.content.create(portal, "Document", "unmarked", title="Notatka")
    transaction.commit()
    return portal


@pytest.fixture
def uid(site):
    return api.content.get_uuid(site.page)


@pytest.fixture
def trail(site, uid):
    trail = getUtility(ITrail)
    with clock.stopped_at(MORNING):
        trail.append(uid, label="PS-01", operation="register", actor="autor", details={"post": "Inspektor"})
        trail.append(uid, label="PS-01", operation="return", actor="zastepca", on_behalf_of="autor", reason="=1+1")
        trail.append(uid, label="PS-01", operation="approve", actor="zatwierdzajacy", edition="6/1", digest="d" * 64)
    transaction.commit()
    return trail


@pytest.fixture
def get(site):
    def get(path, login=None, accept="application/json", language="pl"):
        headers = {"Accept": accept, "Accept-Language": language}
        if login:
            enrol(login)
            headers["Authorization"] = "Basic " + b64encode(f"{login}:{PASSWORD}".encode()).decode()
        request = urllib.request.Request(f"{site.page.absolute_url()}/{path}", headers=headers)
        try:
            with NO_REDIRECT.open(request) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    return get


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


NO_REDIRECT = urllib.request.build_opener(NoRedirect)


@pytest.fixture
def get_json(get):
    def get_json(path, login="auditor"):
        status, _headers, body = get(path, login)
        return status, json.loads(body)

    return get_json


class TestService:
    def test_gives_all_entries_oldest_first(self, trail, uid, get_json):
        status, answer = get_json("@trail")
        assert status == 200
        assert answer["@id"].endswith("/page/@trail")
        assert answer["items_total"] == 3
        assert [item["operation"] for item in answer["items"]] == ["register", "return", "approve"]
        assert answer["items"] == [vars(entry) for entry in trail.entries(uid)]

    def test_an_item_can_be_verified_by_the_client(self, trail, get_json):
        items = get_json("@trail")[1]["items"]
        for before, item in zip(items, items[1:], strict=False):
            claimed = item.pop("hash")
            text = json.dumps(item, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            assert claimed == hashlib.sha256(text.encode()).hexdigest()
            assert item["previous"] == before.get("hash", item["previous"])
            item["hash"] = claimed

    @pytest.mark.parametrize(
        ("query", "numbers"),
        [
            ("b_size=2", [1, 2]),
            ("b_start=1&b_size=1", [2]),
            ("b_start=2", [3]),
            ("b_start=9", []),
            ("b_size=99999", [1, 2, 3]),
        ],
    )
    def test_gives_the_batch_asked_for(self, trail, get_json, query, numbers):
        _status, answer = get_json(f"@trail?{query}")
        assert [item["seq"] for item in answer["items"]] == numbers
        assert answer["items_total"] == 3

    @pytest.mark.parametrize(
        ("query", "field"), [("b_start=x", "b_start"), ("b_start=-1", "b_start"), ("b_size=0", "b_size")]
    )
    def test_refuses_a_batch_that_is_none(self, trail, get_json, query, field):
        status, answer = get_json(f"@trail?{query}")
        assert status == 400
        assert [error["field"] for error in answer["errors"]] == [field]
        assert answer["message"]

    def test_an_object_without_entries_has_an_empty_trail(self, site, get_json):
        assert get_json("@trail")[1]["items"] == []
        verdict = get_json("@trail/verify")[1]
        assert (verdict["valid"], verdict["entries"], verdict["head"], verdict["first_broken"]) == (True, 0, None, None)

    def test_a_whole_chain_is_said_to_be(self, trail, uid, get_json):
        status, verdict = get_json("@trail/verify")
        assert status == 200
        assert verdict == {
            "@id": f"{api.portal.get().page.absolute_url()}/@trail/verify",
            "valid": True,
            "entries": 3,
            "head": trail.head(uid).hash,
            "first_broken": None,
        }

    def test_a_damaged_entry_is_named_and_the_rest_still_shown(self, trail, uid, get_json):
        trail._chains[uid].texts[2] = "damaged"
        transaction.commit()
        verdict = get_json("@trail/verify")[1]
        assert (verdict["valid"], verdict["first_broken"]) == (False, 2)
        items = get_json("@trail")[1]["items"]
        assert [item["operation"] for item in items] == ["register", None, "approve"]
        assert items[1]["seq"] == 2

    @pytest.mark.parametrize("path", ["@trail/verify/more", "@trail/other"])
    def test_nothing_else_is_there(self, trail, get_json, path):
        assert get_json(path)[0] == 404

    def test_an_object_without_the_marker_has_no_trail(self, site, get_json):
        assert get_json("../unmarked/@trail")[0] == 404


@pytest.mark.parametrize("path", ["@trail", "@trail/verify"])
class TestServiceAccess:
    @pytest.mark.parametrize("login", ["officer", "auditor"])
    def test_is_open_to_officer_and_auditor(self, trail, get_json, path, login):
        assert get_json(path, login)[0] == 200

    @pytest.mark.parametrize("login", ["clerk", "administrator"])
    def test_is_closed_to_others(self, trail, get_json, path, login):
        assert get_json(path, login)[0] in (401, 403)

    def test_is_closed_to_strangers(self, trail, get_json, path):
        assert get_json(path, None)[0] == 401

    def test_is_closed_where_the_object_may_not_be_seen(self, site, trail, get_json, path):
        site.page.manage_permission("View", ["Manager"], acquire=False)
        transaction.commit()
        assert get_json(path, "auditor")[0] in (401, 403)


class TestPage:
    def test_says_the_verdict_first_and_shows_the_entries(self, trail, uid, get):
        status, headers, body = get("@@trail", "auditor", "text/html")
        assert status == 200
        assert "private" in headers["Cache-Control"]
        assert body.index('data-valid="true"') < body.index("<table")
        assert 'datetime="2026-11-24T07:00:07.000000Z"' in body
        assert "2026-11-24 08:00:07" in body
        assert "Inspektor" in body
        assert trail.head(uid).hash in body

    def test_names_the_broken_entry(self, trail, uid, get):
        texts = trail._chains[uid].texts
        texts[2] = texts[2].replace('"return"', '"review"')
        texts[3] = "damaged"
        transaction.commit()
        _status, _headers, body = get("@@trail", "auditor", "text/html")
        assert 'data-valid="false"' in body
        assert body.count("qms-tag-void") == 2

    def test_escapes_what_people_wrote(self, trail, uid, get):
        trail.append(uid, label="PS-01", operation="return", actor="autor", reason="<b>x</b>")
        transaction.commit()
        body = get("@@trail", "auditor", "text/html")[2]
        assert "&lt;b&gt;x&lt;/b&gt;" in body
        assert "<b>x</b>" not in body

    def test_shows_the_titles_that_operations_have(self, trail, get):
        @implementer(IOperationTitles)
        class Titles:
            def title(self, operation):
                return {"approve": "Podpisanie i zatwierdzenie"}.get(operation)

        titles = Titles()
        registry = getGlobalSiteManager()
        shipped = registry.queryUtility(IOperationTitles)
        registry.registerUtility(titles, IOperationTitles, "test-only")
        registry.registerUtility(titles, IOperationTitles)
        try:
            body = get("@@trail", "auditor", "text/html")[2]
        finally:
            registry.unregisterUtility(titles, IOperationTitles, "test-only")
            registry.unregisterUtility(titles, IOperationTitles)
            if shipped is not None:
                # Its place was taken for a moment, and all other tests name operations by it.
                registry.registerUtility(shipped, IOperationTitles)
        assert "Podpisanie i zatwierdzenie" in body
        assert ">register<" in body

    def test_shows_the_latest_entries_of_a_long_trail(self, trail, get, monkeypatch):
        monkeypatch.setattr("czest.qms.evidence.views.trail.ENTRIES_SHOWN", 2)
        body = get("@@trail", "auditor", "text/html")[2]
        assert "Inspektor" not in body
        assert "=1+1" in body
        assert "6/1" in body

    def test_an_empty_trail_has_no_table(self, site, get):
        body = get("@@trail", "auditor", "text/html")[2]
        assert "<table" not in body

    def test_reading_writes_nothing(self, trail, get):
        paths = {"@trail": "application/json", "@trail/verify": "application/json"}
        paths |= {"@@trail": "text/html", "@@trail.csv": "text/csv"}
        # The portlets of stock Plone write their annotations on the first page of a new site.
        get("@@trail", "auditor", "text/html")
        before = trail._p_jar.db().lastTransaction()
        for path, accept in paths.items():
            assert get(path, "auditor", accept)[0] == 200
        assert trail._p_jar.db().lastTransaction() == before


class TestDownload:
    def test_is_a_csv_file_of_rfc_4180(self, trail, uid, get):
        status, headers, body = get("@@trail.csv", "auditor", "text/csv")
        assert status == 200
        assert headers["Content-Type"].startswith("text/csv")
        assert "utf-8" in headers["Content-Type"]
        assert headers["Cache-Control"] == "private, no-store"
        assert 'filename="slad-PS-01.csv"' in headers["Content-Disposition"]
        assert body.endswith("\r\n")
        rows = list(csv.DictReader(io.StringIO(body, newline="")))
        assert [row["seq"] for row in rows] == ["1", "2", "3"]
        assert [row["hash"] for row in rows] == [entry.hash for entry in trail.entries(uid)]
        assert json.loads(rows[0]["details"]) == {"post": "Inspektor"}

    def test_no_text_becomes_a_formula(self, trail, get):
        rows = list(csv.DictReader(io.StringIO(get("@@trail.csv", "auditor")[2], newline="")))
        assert rows[1]["reason"] == "'=1+1"

    def test_an_unreadable_entry_is_a_row_with_its_number(self, trail, uid, get):
        trail._chains[uid].texts[2] = "damaged"
        transaction.commit()
        rows = list(csv.reader(io.StringIO(get("@@trail.csv", "auditor")[2], newline="")))
        assert rows[2] == ["2"] + [""] * 12


@pytest.mark.parametrize("path", ["@@trail", "@@trail.csv"])
@pytest.mark.parametrize("login", ["clerk", "administrator", None])
def test_page_and_download_are_closed_to_others(trail, get, path, login):
    status, headers, _body = get(path, login, "text/html")
    assert status in (401, 403) or (status == 302 and "require_login" in headers["Location"])


@pytest.mark.parametrize("path", ["@@trail", "@@trail.csv"])
def test_page_and_download_are_closed_where_the_object_may_not_be_seen(site, trail, get, path):
    site.page.manage_permission("View", ["Manager"], acquire=False)
    transaction.commit()
    status, headers, _body = get(path, "auditor", "text/html")
    assert status in (401, 403) or (status == 302 and "require_login" in headers["Location"])


@pytest.mark.parametrize("address", ["manage_components", "components_xmlconfig.html", "components.html"])
def test_not_even_a_manager_takes_the_utility_away_in_the_management_interface(site, trail, address):
    credentials = b64encode(f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}".encode()).decode()
    request = urllib.request.Request(
        f"{site.absolute_url()}/{address}", headers={"Authorization": f"Basic {credentials}"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        NO_REDIRECT.open(request)
    assert refused.value.code in (302, 401, 403)
