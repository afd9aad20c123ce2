"""``GET @register`` as a program outside asks it, and the pages as a browser without scripts does."""

import lxml.html
import pytest
from support.office import text
import transaction


@pytest.fixture
def documents(office):
    """Two documents in force, one of them restricted to IT, and a draft."""
    made = [
        office.register(title="Rozpatrywanie skarg", owner_unit="OR", login="pelnomocnik", openness="bip"),
        office.register(
            title="Kopie zapasowe",
            kind="Instruction",
            owner_unit="IT",
            access="distribution",
            distribution=["IT"],
            login="pelnomocnik",
        ),
    ]
    for document in made:
        office.in_force(document, login="pelnomocnik", body=text("<p>Skargę wniesioną ustnie spisuje się.</p>"))
    made.append(office.register(title="Petycje"))
    transaction.commit()
    return made


def symbols(answer):
    return [item["symbol"] for item in answer.json()["items"]]


def test_an_item_tells_what_the_contract_says(client, documents):
    answer = client("radca").get("@register?unit=OR")
    assert answer.status_code == 200
    (item,) = answer.json()["items"]
    address, day = item.pop("@id"), item.pop("in_force_from")
    assert address == documents[0].absolute_url()
    assert len(day) == len("2026-11-25")
    assert item == {
        "symbol": documents[0].symbol,
        "title": "Rozpatrywanie skarg",
        "kind": "Procedure",
        "owner_unit": "OR",
        "state": "in_force",
        "edition": "1",
        "openness": "bip",
        "process": None,
    }
    assert client("radca").get(address).json()["title"] == "Rozpatrywanie skarg"


@pytest.mark.parametrize(
    ("login", "scope", "expected"),
    [
        ("radca", "in-force", [0]),
        ("radca", "all", [0]),
        ("informatyk", "all", [1, 0]),
        ("autor", "all", [0, 2]),
        ("pelnomocnik", "all", [1, 0, 2]),
    ],
)
def test_rows_total_and_facets_stay_within_the_rights_of_the_caller(client, documents, login, scope, expected):
    answer = client(login).get(f"@register?scope={scope}")
    assert symbols(answer) == [documents[number].symbol for number in expected]
    told = answer.json()
    assert told["items_total"] == len(expected)
    for counts in told["facets"].values():
        assert sum(counts.values()) <= len(expected)
    assert sum(told["facets"]["kind"].values()) == sum(told["facets"]["state"].values()) == len(expected)


def test_a_search_finds_other_forms_of_a_word_and_words_without_diacritics(client, documents):
    for query in ("skargi ustne", "USTNIE skarga", "skargę", "wniesiona"):
        assert symbols(client("radca").get("@register", params={"query": query})) == [documents[0].symbol], query
    assert symbols(client("radca").get("@register", params={"query": "nieobecne"})) == []


def test_a_wrong_parameter_is_refused_and_named(client, documents):
    answer = client("radca").get("@register?sort=colour&scope=past&b_size=1000&b_start=-3&kind=Poem")
    assert answer.status_code == 400
    told = answer.json()
    assert {error["field"] for error in told["errors"]} == {"sort", "scope", "b_size", "b_start", "kind"}
    assert all(error["message"] for error in told["errors"])
    assert told["message"]
    assert "items" not in told


def test_pages_of_the_answer_follow_one_another(client, documents):
    first = client("pelnomocnik").get("@register?scope=all&sort=-title&b_size=2")
    second = client("pelnomocnik").get("@register?scope=all&sort=-title&b_size=2&b_start=2")
    assert [item["title"] for item in first.json()["items"] + second.json()["items"]] == [
        "Rozpatrywanie skarg",
        "Petycje",
        "Kopie zapasowe",
    ]
    assert first.json()["items_total"] == second.json()["items_total"] == 3
    assert second.json()["@id"].endswith("@register?scope=all&sort=-title&b_size=2&b_start=2")


def test_strangers_get_nothing(client, documents):
    for path in ("@register", "@@qms-suggestions?SearchableText=skarga", "@@qms-search?query=skarga", "@@qms-home"):
        answer = client(None).get(path)
        assert answer.status_code in (302, 401), path
        assert "skarg" not in answer.text, path


@pytest.fixture
def browse(client):
    """Return a function that reads a page as somebody and returns its tree."""

    def read(login, path):
        answer = client(login).get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, answer.text[:500]
        return lxml.html.fromstring(answer.content)

    return read


def test_the_site_opens_with_the_home_page(browse, documents):
    tree = browse("radca", "")
    (form,) = tree.xpath("//form[@id='qms-find']")
    assert form.get("action").endswith("/@@qms-search")
    assert documents[0].absolute_url() in tree.xpath("//ul[@class='qms-panel-list']//a/@href")
    assert documents[1].absolute_url() not in tree.xpath("//a/@href")


def test_the_register_can_be_walked_without_scripts(browse, documents, portal):
    library = browse("pelnomocnik", "dokumenty")
    everything = next(link for link in library.xpath("//ul[@class='qms-tabs']//a/@href") if "scope=all" in link)
    by_title = next(
        link for link in browse("pelnomocnik", everything).xpath("//thead//a/@href") if "sort=title" in link
    )
    titles = browse("pelnomocnik", by_title).xpath("//td[@class='qms-cell-title']/a[1]/text()")
    assert titles == ["Kopie zapasowe", "Petycje", "Rozpatrywanie skarg"]
    (form,) = library.xpath("//form[@id='qms-narrowing']")
    assert form.get("method") == "get"
    assert form.get("action") == f"{portal.absolute_url()}/dokumenty"


def test_the_search_of_the_bar_reaches_the_page_of_answers(client, browse, documents):
    answer = client("radca").get("@@search?SearchableText=skarga+ustna", headers={"Accept": "text/html"})
    assert answer.status_code == 302
    tree = browse("radca", answer.headers["Location"])
    assert tree.xpath("//ol/li//mark/text()")[:2] == ["skarg", "Skargę"]
