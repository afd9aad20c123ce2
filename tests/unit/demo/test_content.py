"""Facts the demo content has to keep: whole texts, and data files that agree with each other."""

from collections import Counter
import csv
from czest.qms.approval.rules.materialising import materialised
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.approval.rules.template_checks import Surroundings
from czest.qms.approval.rules.template_checks import template_problems
from czest.qms.classification.rules.files import read
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.documents.rules.route_problems import problems
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from importlib.resources import files
import json
from lxml import html
import pytest
import re


CONTENT = files("czest.qms.demo") / "content"
SECTIONS = [
    "1. Cel",
    "2. Zakres stosowania",
    "3. Definicje i skróty",
    "4. Podstawa prawna",
    "5. Odpowiedzialność i uprawnienia",
    "6. Opis postępowania",
    "7. Mierniki",
    "8. Ryzyka i mechanizmy kontrolne",
    "9. Dokumenty związane",
    "10. Zapisy",
    "11. Załączniki",
    "12. Karta zmian",
    "13. Rozdzielnik",
]
ALLOWED_TAGS = {
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
LONG = ["PS-01", "PS-03", "PS-04", "PS-06", "P-OR-02", "I-FK-01"]
SHORT = ["PS-02", "PS-05", "PS-07", "P-OR-01", "P-OR-09", "P-FE-01", "P-FE-02", "P-MPUP-01", "I-OR-01", "I-IT-01"]
FORMS = ["F-PS01-1"]
PAPER_NOTE = "postac-papierowa.html"
#: First letters of a symbol → kind of document.
KINDS = {"I-": "Instruction", "F-": "FormTemplate"}
ENTITLEMENTS = {
    "author",
    "reviewer",
    "approver",
    "quality_officer",
    "bip_editor",
    "archivist",
    "auditor",
    "internal_auditor",
}
LOGINS = {
    "pelnomocnik",
    "autor",
    "autor2",
    "sprawdzajacy",
    "sprawdzajacy2",
    "zatwierdzajacy",
    "zatwierdzajacy2",
    "radca",
    "zastepca",
    "pracownik",
    "projekty",
    "redaktor-bip",
    "archiwista",
    "auditor",
    "administrator",
    "manager",
}
# Dates which the demo works out from the day it is built.
RELATIVE_DATES = {"first-of-next-month", "first-of-next-year"}


def shipped(scheme):
    """Return the terms that the product brings."""
    table = files("czest.qms.classification").joinpath("data", f"{scheme}.csv").read_text(encoding="utf-8")
    return read(SCHEMES[scheme], table).terms


SHIPPED_PROCESSES = {term.token for term in shipped("process")}
SHIPPED_BASES = {term.token: term.openness for term in shipped("openness_basis")}


def load(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def text_of(name):
    return html.fragment_fromstring((CONTENT / name).read_text(encoding="utf-8"), create_parent="div")


def plain(name):
    return " ".join(text_of(name).text_content().split())


def blocks(name):
    """Every paragraph, heading, list item and cell of a text, in order."""
    found = text_of(name).xpath("//p | //h2 | //h3 | //li | //td | //th | //caption")
    return [" ".join(block.text_content().split()) for block in found]


DOCUMENTS = load("documents.json")
BY_SYMBOL = {document["symbol"]: document for document in DOCUMENTS}
ORGANISATION = load("organisation.json")
ACTS = load("acts.json")
UNITS = {unit["symbol"] for unit in ORGANISATION["units"]}
FORM_TEXTS = [f"{symbol}.html" for symbol in FORMS]
#: Forms have no sections of their own, and nothing else in common with what is read.
FULL_TEXTS = sorted(
    path.name for path in CONTENT.iterdir() if path.suffix == ".html" and path.name not in (PAPER_NOTE, *FORM_TEXTS)
)


def jrwa_rows():
    with (CONTENT / "jrwa.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize("name", FULL_TEXTS)
def test_text_has_the_thirteen_sections_in_order(name):
    assert [heading.text_content() for heading in text_of(name).iter("h2")] == SECTIONS


@pytest.mark.parametrize("name", [*FULL_TEXTS, *FORM_TEXTS])
def test_no_section_is_empty(name):
    tags = [element.tag for element in text_of(name)]
    assert tags[-1] != "h2"
    assert ("h2", "h2") not in set(zip(tags, tags[1:], strict=False))


@pytest.mark.parametrize("name", [*FULL_TEXTS, *FORM_TEXTS, PAPER_NOTE])
def test_text_uses_only_plain_structure(name):
    elements = [element for element in text_of(name).iter() if element.getparent() is not None]
    assert {element.tag for element in elements} <= ALLOWED_TAGS
    attributes = {(element.tag, key, value) for element in elements for key, value in element.attrib.items()}
    assert attributes <= {("th", "scope", "col")}


@pytest.mark.parametrize("name", [*FULL_TEXTS, *FORM_TEXTS])
def test_tables_have_scoped_heads_and_even_rows(name):
    for table in text_of(name).iter("table"):
        heads = table.findall("thead/tr/th")
        assert heads and all(head.get("scope") == "col" for head in heads)
        assert {len(row) for row in table.findall("tbody/tr")} == {len(heads)}


@pytest.mark.parametrize("symbol", LONG)
def test_six_documents_have_at_least_800_words(symbol):
    assert len(plain(f"{symbol}.html").split()) >= 800


@pytest.mark.parametrize("symbol", SHORT)
def test_other_documents_have_250_to_500_words(symbol):
    assert 250 <= len(plain(f"{symbol}.html").split()) <= 500


def test_documents_are_those_of_the_demo_each_once():
    assert Counter(document["symbol"] for document in DOCUMENTS) == Counter(LONG + SHORT + FORMS)


@pytest.mark.parametrize("symbol", sorted(BY_SYMBOL))
def test_document_points_only_at_what_exists(symbol):
    document = BY_SYMBOL[symbol]
    assert document["owner_unit"] in UNITS
    assert document["process"] in SHIPPED_PROCESSES
    assert set(document["related_documents"]) <= set(BY_SYMBOL) - {symbol}
    assert document["distribution"] == ["all"] or set(document["distribution"]) <= UNITS


@pytest.mark.parametrize("symbol", sorted(BY_SYMBOL))
def test_control_data_use_the_known_values(symbol):
    document = BY_SYMBOL[symbol]
    assert document["kind"] == KINDS.get(symbol[:2], "Procedure")
    assert document["openness"] in {"bip", "public_optional", "on_request", "internal"}
    # A basis in other words is for people to judge; the demonstration has one.
    assert document["openness"] in SHIPPED_BASES.get(document["openness_basis"], ("internal",))
    assert document["access"] in {"staff", "distribution"}
    assert re.fullmatch(r"A|B(E)?\d{1,2}|Bc", document["archival_category"])
    assert all(re.fullmatch(r"9001:2015/\d+(\.\d+)*", clause) for clause in document["iso_clauses"])
    assert all(re.fullmatch(r"[A-E]\d{1,2}", standard) for standard in document["control_standards"])
    assert document["review_interval"] > 0
    assert document["description"].endswith(".")


def test_only_the_backup_instruction_is_limited_to_its_distribution():
    limited = {document["symbol"]: document["distribution"] for document in DOCUMENTS if document["access"] != "staff"}
    assert limited == {"I-IT-01": ["IT", "PJ"]}


@pytest.mark.parametrize("symbol", sorted(BY_SYMBOL))
def test_document_is_classified_in_an_end_class_with_its_category(symbol):
    document = BY_SYMBOL[symbol]
    rows = {row["symbol"]: row for row in jrwa_rows()}
    row = rows[document["jrwa_class"]]
    assert not [other for other in rows if other != row["symbol"] and other.startswith(row["symbol"])]
    # What is filled in on a form is kept by the category of the form, which the class does not tell.
    if symbol not in FORMS:
        assert document["archival_category"] in {row["kategoria_macierzysta"], row["kategoria_inna"]}


def test_jrwa_is_a_tree_whose_end_classes_alone_carry_categories():
    rows = {row["symbol"]: row for row in jrwa_rows()}
    assert len(rows) == len(jrwa_rows())
    for symbol, row in rows.items():
        assert len(symbol) == 1 or symbol[:-1] in rows
        is_end = not [other for other in rows if other != symbol and other.startswith(symbol)]
        assert bool(row["kategoria_macierzysta"]) == is_end


@pytest.mark.parametrize("symbol", sorted(BY_SYMBOL))
def test_editions_follow_each_other_and_have_texts(symbol):
    document = BY_SYMBOL[symbol]
    editions = document["editions"]
    dates = [edition["effective_from"] for edition in editions]
    numbers = [int(edition["number"]) for edition in editions]
    assert dates == sorted(set(dates))
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) for date in dates)
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else symbol == "PS-07"
    for edition in editions:
        assert (CONTENT / edition["text"]).is_file()
        assert edition["change_description"].endswith(".")
        if "course" in edition:
            assert edition["legal_act"] in [act["number"] for act in ACTS if symbol in act["enacts"]]
            assert edition["course"]["author"] in LOGINS
            continue
        assert edition["prepared_by"] and edition["checked_by"] and edition["approved_by"]
        assert edition["prepared_by"] not in (edition["checked_by"], edition["approved_by"])
    if editions:
        assert editions[-1]["text"] == f"{symbol}.html"


@pytest.mark.parametrize(
    ("symbol", "editions"),
    [
        ("PS-04", [("1", "2016-03-01"), ("2", "2018-06-15"), ("3", "2021-09-01"), ("4", "2024-07-01")]),
        ("I-FK-01", [("7", "2019-04-01"), ("8", "2023-01-01"), ("9", "2026-09-01")]),
        ("PS-01", [("5", "2024-07-01"), ("6", "2026-04-01")]),
        ("PS-07", []),
    ],
)
def test_history_of_the_documents_shown_in_the_tutorial(symbol, editions):
    assert [(e["number"], e["effective_from"]) for e in BY_SYMBOL[symbol]["editions"]] == editions


def test_acts_are_in_order_and_say_what_their_texts_say():
    assert [act["date"] for act in ACTS] == sorted(act["date"] for act in ACTS)
    for act in ACTS:
        assert act["date"] <= act["effective_from"]
        text = " ".join((CONTENT / f"{act['number']}.txt").read_text(encoding="utf-8").split())
        assert text.startswith(f"ZARZĄDZENIE NR {act['number']} PREZYDENTA MIASTA z dnia ")
        assert f"Na podstawie {act['basis']} zarządza się" in text
        for number in act["repeals"]:
            assert f"Traci moc zarządzenie nr {number}." in text
        for name in (*act["amends"], *act["enacts"]):
            assert name in text


def test_a_course_ends_before_its_act_and_every_act_is_the_basis_of_an_edition():
    days = {act["number"]: (act["date"], act["effective_from"]) for act in ACTS}
    bases = set()
    for document in DOCUMENTS:
        for edition in document["editions"]:
            if edition["legal_act"] not in days:
                continue
            bases.add(edition["legal_act"])
            signed, in_force = days[edition["legal_act"]]
            assert edition["effective_from"] == in_force
            course = edition.get("course")
            if course is not None:
                assert course["begun"] <= course["submitted"] <= course["signed"] <= signed
    assert bases == set(days)


def test_open_editions_continue_the_history():
    states = {}
    for document in DOCUMENTS:
        opened = document.get("open_edition")
        if opened is None:
            continue
        states[document["symbol"]] = opened["state"]
        last = int(document["editions"][-1]["number"]) if document["editions"] else 0
        assert int(opened["number"]) == last + 1
        assert opened["effective_from"] in RELATIVE_DATES
        assert (CONTENT / opened["text"]).is_file()
        assert opened["author"] in LOGINS
        assert set(opened["control_data"].get("related_documents", [])) <= set(BY_SYMBOL)
    assert states == {"PS-04": "in_review", "PS-07": "approved", "P-OR-02": "draft", "P-FE-02": "in_review"}


def test_the_template_of_procedures_may_be_kept_and_asks_posts_that_no_author_of_an_open_edition_holds_alone():
    units = [Unit(unit["symbol"], unit["title"], unit["parent"]) for unit in ORGANISATION["units"]]
    posts = [
        Post(post["id"], post["title"], post["unit"], post["head"], frozenset(post["entitlements"]))
        for post in ORGANISATION["posts"]
    ]
    office = Surroundings(Organisation(units, posts), frozenset({"Procedure"}), frozenset(), LOGINS.__contains__)
    (template,) = [read_template(values, "x") for values in load("routes.json")]
    assert template_problems(template, (), office) == []
    assert template.kinds == {"Procedure"}
    holders = {post["id"]: {post["holder"]} for post in ORGANISATION["posts"]}
    for document in DOCUMENTS:
        if "open_edition" in document:
            stages = materialised(template, document["owner_unit"], office.organisation)
            authors = [document["open_edition"]["author"]]
            assert problems(stages, authors, lambda asked: holders[asked.id]) == []


def test_edition_5_of_ps_04_changes_six_places():
    before = blocks("PS-04.html")
    after = blocks("PS-04.wydanie-5.html")
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 6


def test_oral_complaint_is_found_in_point_6_2():
    sentence = (
        "6.2. Skargę wniesioną ustnie przyjmuje się do protokołu. Protokół podpisują wnoszący i przyjmujący zgłoszenie."
    )
    assert sentence in blocks("P-OR-02.html")


def test_editions_8_and_9_of_the_finance_instruction_differ_in_the_formal_control():
    assert "KSeF" not in plain("I-FK-01.wydanie-8.html")
    assert "KSeF" in plain("I-FK-01.html")
    assert "w terminie trzech dni roboczych" in plain("I-FK-01.wydanie-8.html")
    assert "w terminie dwóch dni roboczych" in plain("I-FK-01.html")


def test_every_account_holds_one_post_of_an_existing_unit():
    posts = ORGANISATION["posts"]
    assert Counter(post["holder"] for post in posts) == Counter(LOGINS)
    assert len({post["id"] for post in posts}) == len(posts)
    for post in posts:
        assert post["unit"] in UNITS
        assert set(post["entitlements"]) <= ENTITLEMENTS
        assert post["full_name"] == post["title"], "accounts of the demo are posts, not persons"


def test_technical_roles_stand_apart_from_entitlements():
    technical = {post["holder"]: post["roles"] for post in ORGANISATION["posts"] if post["roles"]}
    assert technical == {"administrator": ["Site Administrator"], "manager": ["Manager"]}
    assert all(not post["entitlements"] for post in ORGANISATION["posts"] if post["roles"])


def test_unit_has_at_most_one_head_and_an_existing_parent():
    heads = Counter(post["unit"] for post in ORGANISATION["posts"] if post["head"])
    assert set(heads.values()) == {1}
    assert {unit["parent"] for unit in ORGANISATION["units"]} <= UNITS | {None}


def test_deputies_are_other_people_with_a_mandate():
    for deputy in ORGANISATION["deputies"]:
        assert {deputy["person"], deputy["deputy"]} <= LOGINS
        assert deputy["person"] != deputy["deputy"]
        assert deputy["from"] < deputy["until"]
        assert deputy["mandate"]
