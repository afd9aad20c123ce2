"""The pages of the register and of the home, as different people see them."""

from czest.qms import clock
from czest.qms.interfaces import IQmsLayer
import datetime
import json
import lxml.html
from plone import api
from plone.i18n.utility import setLanguageBinding
from Products.CMFCore.indexing import processQueue
import pytest
from support.office import text
import transaction
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


DAY = datetime.date(2026, 11, 25)

COMPLAINTS = text(
    "<h2>1. Cel</h2><p>Rozpatrywanie spraw w terminie.</p>"
    "<h2>6. Opis postępowania</h2><p>6.1 Pisma przyjmuje kancelaria.</p>"
    "<p>6.2 Skargę wniesioną ustnie przyjmuje się do protokołu.</p>"
)


@pytest.fixture
def office(office, http_request):
    alsoProvides(http_request, IQmsLayer)
    api.portal.set_registry_record("plone.available_languages", ["pl"])
    api.portal.set_registry_record("plone.default_language", "pl")
    setLanguageBinding(http_request)
    with clock.stopped_at(DAY):
        yield office


@pytest.fixture
def page(office, http_request):
    """Return a function that draws a page for a person and returns its tree."""

    def draw(login, context, name, **form):
        http_request.form.clear()
        http_request.form.update(form)
        with office.acting_as(login):
            markup = getMultiAdapter((context, http_request), name=name)()
        return lxml.html.fromstring(markup or "<div></div>")

    return draw


def words(element):
    return " ".join(" ".join(element.itertext()).split())


def rows(tree):
    return [words(row) for row in tree.xpath("//table[contains(@class, 'qms-table')]/tbody/tr")]


def test_a_row_says_what_applies_and_since_when(office, page):
    document = office.register(title="Rozpatrywanie skarg", openness="bip", login="pelnomocnik")
    office.in_force(document)
    (row,) = rows(page("pracownik", office.library, "view"))
    assert row == f"{document.symbol} Rozpatrywanie skarg PJ 1 2026-11-25 BIP Obowiązuje"


def test_the_second_line_is_for_those_who_may_know_of_the_running_edition(office, page):
    document = office.register(title="Rozpatrywanie skarg")
    office.in_force(document)
    with clock.stopped_at(DAY - datetime.timedelta(days=6)):
        office.submitted(document)
    assert "wydanie 2 w sprawdzeniu od 6 dni" in rows(page("autor", office.library, "view"))[0]
    assert "wydanie 2 w sprawdzeniu od 6 dni" in rows(page("sprawdzajacy", office.library, "view"))[0]
    assert "wydanie" not in rows(page("pracownik", office.library, "view"))[0]
    preparation = {"scope": "in-preparation"}
    assert len(rows(page("autor", office.library, "view", **preparation))) == 1
    assert rows(page("pracownik", office.library, "view", **preparation)) == []


def test_the_day_of_the_state_follows_the_state(office, page):
    document = office.register()
    edition = office.draft(document)
    with clock.stopped_at(DAY + datetime.timedelta(days=3)):
        office.do("autor", edition, "submit")
        assert "w sprawdzeniu od dziś" in rows(page("autor", office.library, "view", scope="all"))[0]
    with clock.stopped_at(DAY + datetime.timedelta(days=4)):
        assert "w sprawdzeniu od 1 dnia" in rows(page("autor", office.library, "view", scope="all"))[0]


def test_a_first_edition_waiting_for_its_day_fills_the_row(office, page):
    document = office.register(title="Cele")
    office.approved(document, effective_from=DAY + datetime.timedelta(days=6))
    (row,) = rows(page("autor", office.library, "view", scope="all"))
    assert row.endswith("PJ 1 2026-12-01 BIP Zatwierdzone")
    assert "wydanie 1 zatwierdzone, od 1 grudnia 2026 r." in row
    assert rows(page("autor", office.library, "view")) == []


def test_restricted_documents_are_neither_listed_nor_counted(office, page):
    office.in_force(office.register(access="distribution", distribution=["IT"], login="pelnomocnik"))
    assert len(rows(page("informatyk", office.library, "view"))) == 1
    tree = page("auditor", office.library, "view")
    assert len(rows(tree)) == 1
    hidden = page("radca", office.library, "view")
    assert rows(hidden) == []
    assert words(hidden.xpath("//ul[@class='qms-tabs']")[0]) == (
        "Obowiązujące 0 W przygotowaniu 0 Nieobowiązujące 0 Wszystkie 0"
    )
    assert "Nie ma jeszcze żadnego dokumentu." in words(hidden)


def test_titles_are_sorted_by_the_polish_alphabet_and_the_head_says_so(office, page):
    for title in ("Żegluga", "Łączność", "Zażalenia", "Lustracja", "ćwiczenia", "Cele"):
        office.in_force(office.register(title=title))
    tree = page("pracownik", office.library, "view", sort="title")
    titles = tree.xpath("//td[@class='qms-cell-title']/a/text()")
    assert titles == ["Cele", "ćwiczenia", "Lustracja", "Łączność", "Zażalenia", "Żegluga"]
    (head,) = tree.xpath("//th[@aria-sort]")
    assert (head.get("aria-sort"), words(head)) == ("ascending", "Tytuł")
    assert head.xpath("a/@href")[0].endswith("/dokumenty?sort=-title")


def test_what_narrows_stays_in_every_address_and_is_taken_away_by_its_chip(office, page):
    for _number in range(26):
        office.in_force(office.register(title="Skargi", owner_unit="OR", login="pelnomocnik"), login="pelnomocnik")
    form = {"query": "skarga", "unit": "OR", "sort": "-title"}
    tree = page("pracownik", office.library, "view", **form)
    (after,) = tree.xpath("//a[@rel='next']/@href")
    assert after.endswith("?query=skarga&unit=OR&sort=-title&b_start=25")
    assert words(tree.xpath("//*[@class='qms-list-total']")[0]) == "26 dokumentów"
    assert [words(chip) for chip in tree.xpath("//a[@class='qms-chip']")] == [
        "Usuń: Szukane: skarga",
        "Usuń: OR Wydział Organizacyjny",
    ]
    assert tree.xpath("//a[@class='qms-chip']/@href")[1].endswith("/dokumenty?query=skarga&sort=-title")
    assert tree.xpath("//select[@name='unit']/option[@selected]/@value") == ["OR"]
    last = page("pracownik", office.library, "view", **form, b_start="25")
    assert len(rows(last)) == 1
    assert len(rows(page("pracownik", office.library, "view", **form, b_start="900"))) == 1
    assert len(rows(page("pracownik", office.library, "view", **form, b_size="100"))) == 26


def test_buttons_are_for_those_who_may_press_them(office, page):
    def buttons(login):
        actions = page(login, office.library, "view").xpath("//div[@class='qms-head-actions']/a")
        return [words(action) for action in actions if "@@operation" in action.get("href")]

    assert buttons("pracownik") == []
    assert buttons("autor") == ["Zarejestruj dokument"]
    assert buttons("pelnomocnik") == ["Przejmij dokument", "Zarejestruj dokument"]


def test_empty_lists_say_the_next_step(office, page):
    office.in_force(office.register())

    def said(**form):
        (empty,) = page("pracownik", office.library, "view", **form).xpath("//p[@class='qms-empty']")
        return words(empty), [link.rpartition("?")[2] for link in empty.xpath("a/@href")]

    assert said(query="ps-99") == (
        "Nie ma obowiązującego dokumentu o symbolu PS-99. Szukaj w nieobowiązujących.",
        ["query=ps-99&scope=all"],
    )
    assert said(kind="Instruction")[0] == "Brak dokumentów dla tych zawężeń. Usuń zawężenia."
    assert said(scope="not-in-force")[0] == "Brak dokumentów w tym widoku. Pokaż wszystkie."


def test_wrong_parameters_are_named_and_the_list_is_shown_without_them(office, page, http_request):
    office.in_force(office.register())
    tree = page("pracownik", office.library, "view", sort="colour", b_size="7000")
    assert http_request.response.getStatus() == 400
    assert len(rows(tree)) == 1
    (sort, size) = [words(message) for message in tree.xpath("//div[contains(@class, 'qms-message-void')]")]
    assert sort.startswith("sort: Nie ma wartości colour.")
    assert size == "b_size: Od 1 do 100 wierszy na stronie."


def test_suggestions_quote_the_passage_and_lead_to_its_section(office, page, portal):
    document = office.register(title="Rozpatrywanie skarg i wniosków")
    office.in_force(document, body=COMPLAINTS)
    tree = page("pracownik", portal, "qms-suggestions", SearchableText="skarga ustna")
    (option,) = tree.xpath("//div[@role='option']")
    assert option.get("data-qms-href") == f"{document.absolute_url()}#punkt-6"
    assert words(option.xpath(".//div[@class='qms-suggestion-quote']")[0]) == (
        "6.2 Skargę wniesioną ustnie przyjmuje się do protokołu."
    )
    assert option.xpath(".//mark/text()") == ["skarg", "Skargę", "ustnie"]


def test_suggestions_tell_how_much_more_there_is_outside_what_is_in_force(office, page, portal):
    for _number in range(6):
        office.in_force(office.register(title="Skargi"))
    withdrawn = office.register(title="Skargi dawne")
    office.in_force(withdrawn)
    office.do("pelnomocnik", withdrawn, "withdraw", reason="Uchylono", legal_act="k.1.2026")
    tree = page("pracownik", portal, "qms-suggestions", SearchableText="skarga")
    options = tree.xpath("//*[@role='option']")
    assert len(options) == 5 + 2
    assert [words(option) for option in options[5:]] == ["Wszystkie 6", "Szukaj także w nieobowiązujących (1)"]
    assert options[6].get("data-qms-href").endswith("/@@qms-search?query=skarga&scope=all")
    only = page("pracownik", portal, "qms-suggestions", SearchableText="dawne").xpath("//*[@role='option']")
    assert [words(option) for option in only] == ["Szukaj także w nieobowiązujących (1)"]


def test_texts_never_become_markup(office, page, portal):
    office.in_force(office.register(title="Skargi <b>&</b> wnioski"))
    query = "skarga <script>alert(1)</script>"
    for context, name, field in (
        (portal, "qms-search", "query"),
        (office.library, "view", "query"),
        (portal, "qms-suggestions", "SearchableText"),
    ):
        tree = page("pracownik", context, name, **{field: query})
        assert not tree.xpath("//script[contains(., 'alert')]"), name
    tree = page("pracownik", portal, "qms-suggestions", SearchableText="skargi")
    assert words(tree.xpath("//*[@class='qms-suggestion-title']")[0]).endswith("Skargi <b>&</b> wnioski")
    assert rows(page("pracownik", office.library, "view"))[0].count("<b>&</b>") == 1


def test_the_search_page_searches_what_is_in_force_unless_it_is_widened(office, page, portal):
    document = office.register(title="Skargi")
    office.in_force(document, body=COMPLAINTS)
    draft = office.register(title="Skargi w przygotowaniu")
    narrow = page("autor", portal, "qms-search", query="skarga")
    assert [words(answer.xpath("h2")[0]) for answer in narrow.xpath("//ol/li[h2]")] == [f"{document.symbol} Skargi"]
    wide = page("autor", portal, "qms-search", query="skarga", scope="all")
    assert {words(answer.xpath("h2/a/span")[0]) for answer in wide.xpath("//ol/li[h2]")} == {
        document.symbol,
        draft.symbol,
    }
    assert page("autor", portal, "qms-search").xpath("//ol/li[h2]") == []


@pytest.fixture
def panels(page, portal):
    """Return a function that gives the rows of the panels of a person's home."""

    def read(login):
        sections = page(login, portal, "qms-home").xpath("//section[@class='qms-panel']")
        return [[words(row) for row in section.xpath("ul/li")] for section in sections]

    return read


def test_home_lists_what_is_new_what_comes_and_what_is_mine(office, panels):
    old = office.register(title="Stara")
    with clock.stopped_at(DAY - datetime.timedelta(days=9)):
        office.in_force(old)
    new = office.register(title="Nowa")
    office.in_force(new)
    coming = office.register(title="Przyszła")
    office.approved(coming, effective_from=DAY + datetime.timedelta(days=6))
    in_review = office.register(title="Sprawdzana")
    office.submitted(in_review)
    fresh = office.register(title="Świeża")

    news, arrivals, mine = panels("pracownik")
    assert [row.split()[1] for row in news] == ["Nowa", "Stara"]
    assert news[0].endswith("wydanie 1, od 25 listopada 2026 r.")
    assert [row for row in arrivals if coming.symbol in row and "od 1 grudnia 2026 r." in row] == arrivals != []
    assert mine == []
    _news, _arrivals, authors = panels("autor")
    assert [row.split()[0] for row in authors] == [in_review.symbol, fresh.symbol]
    assert [row.split()[0] for row in panels("sprawdzajacy")[2]] == [in_review.symbol]


def test_a_file_shows_the_running_edition_of_what_has_none_in_force(office, http_request):
    fresh = office.register(title="Nowa instrukcja")
    edition = office.approved(fresh, effective_from=datetime.date(2026, 12, 1))
    http_request.form.clear()
    http_request.form["scope"] = "in-preparation"
    with office.acting_as("autor"):
        told = json.loads(getMultiAdapter((office.library, http_request), name="register.json")())
    (item,) = told["items"]
    assert item == {
        "symbol": fresh.symbol,
        "kind": "Procedura",
        "title": "Nowa instrukcja",
        "owner_unit": fresh.owner_unit,
        "edition": edition.number,
        "in_force_from": "2026-12-01",
        "openness": "BIP",
        "state": "Zatwierdzone",
        "process": None,
        "address": fresh.absolute_url(),
    }
    assert [column["title"] for column in told["columns"]] == [
        "Symbol",
        "Rodzaj",
        "Tytuł",
        "Właściciel",
        "Wydanie",
        "Obowiązuje od",
        "Jawność",
        "Stan",
        "Proces",
        "Adres",
    ]
    assert told["language"] == "pl"
    assert told["head"] == [
        "Urząd Miasta Częstochowy",
        "Stan na 25 listopada 2026 r., 1 dokument",
        "Zawężono do: W przygotowaniu",
    ]
    assert told["foot"] == ["Wykaz obejmuje pozycje, do których ma dostęp osoba, która go sporządziła."]


def test_what_colleagues_of_the_unit_work_on_is_not_mine(office, panels):
    begun = office.register("autor2", title="Zaczęta przez drugą osobę", owner_unit="PJ")
    edition = office.draft(begun, "autor2")
    fresh = office.register("autor2", title="Świeża drugiej osoby", owner_unit="PJ")
    assert [row.split()[0] for row in panels("autor2")[2]] == [begun.symbol, fresh.symbol]
    assert panels("autor")[2] == []
    office.do("autor", edition, "save", title="Poprawiona przez obie osoby")
    assert [row.split()[0] for row in panels("autor")[2]] == [begun.symbol]


def test_home_leads_from_a_new_edition_to_what_has_changed(office, page, portal):
    first = office.register(title="Pierwsza")
    office.in_force(first)
    revised = office.register(title="Zmieniona")
    office.in_force(revised)
    office.in_force(revised)
    links = page("pracownik", portal, "qms-home").xpath("//a[contains(@href, '@@compare')]/@href")
    assert links == [f"{revised.absolute_url()}/@@compare?to=2"]


def test_nothing_but_the_page_asked_for_is_woken(office, page, portal):
    documents = [office.register(title=f"Skargi {number}") for number in range(8)]
    for document in documents[:7]:
        office.in_force(document, body=COMPLAINTS)
        office.draft(document)
    processQueue()
    transaction.savepoint()
    objects = [child for document in documents for child in (document, *document.objectValues())]

    def woken(login, *arguments, **form):
        for one in objects:
            one._p_deactivate()
        assert all(one._p_changed is None for one in objects)
        page(login, *arguments, **form)
        return sum(one._p_changed is not None for one in objects)

    assert woken("autor", office.library, "view", scope="all") == 0
    assert woken("autor", office.library, "register.json", scope="all") == 0
    assert woken("autor", portal, "qms-home") == 0
    # Five answers are quoted: five editions, and the documents that lead to them.
    assert 0 < woken("autor", portal, "qms-suggestions", SearchableText="skarga") <= 2 * 5


def test_the_stock_search_leads_to_ours(office, portal, http_request):
    http_request.form["SearchableText"] = "skarga ustna"
    with office.acting_as("pracownik"):
        getMultiAdapter((portal, http_request), name="search")()
    assert http_request.response.getHeader("Location") == f"{portal.absolute_url()}/@@qms-search?query=skarga+ustna"


def test_home_is_the_default_page_of_the_site(portal):
    assert portal.getLayout() == "qms-home"
    assert api.portal.get_tool("portal_types")["Plone Site"].default_view == "qms-home"
