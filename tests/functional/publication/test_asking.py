"""The request and the withdrawal in the browser, the queue, tasks, letters and what stands beside the document."""

from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.publication.interfaces import IPublicationLedger
import datetime
import pytest
from support.office import file_named
import transaction
from zope.component import getUtility


def cases_of(edition):
    transaction.begin()
    return getUtility(IPublicationLedger).cases_of(uid_of(edition))


def form(page, edition):
    page.open(f"{edition.absolute_url()}/@@request-publication")
    return page


def field(page, name):
    return page.getControl(name=f"form.widgets.{name}")


@pytest.fixture
def edition(office, bulletin):
    document = office.register(title="Nadzór nad dokumentami")
    files = [file_named("karta zmian.txt"), file_named("wykaz osób.txt", b"Jan Testowy")]
    edition = office.in_force(document, attachments=files)
    transaction.commit()
    return edition


class TestRequest:
    def test_everything_is_asked_for_without_scripts(self, edition, browse):
        page = form(browse("autor"), edition)
        assert field(page, "public_files:list").value == ["karta zmian.txt", "wykaz osób.txt"]
        assert field(page, "responsible_post").value == "Główny specjalista ds. SZJ"
        field(page, "public_files:list").value = ["karta zmian.txt"]
        field(page, "file_titles.0").value = "Karta zmian procedury"
        field(page, "redacted_file").add_file("[wyłączono]".encode(), "text/plain", "bez nazwisk.txt")
        field(page, "redacted_from").value = ["wykaz osób.txt"]
        field(page, "exclusions.1.scope").value = "nazwiska"
        field(page, "exclusions.1.legal_basis").value = "art. 5 ust. 2 u.d.i.p."
        field(page, "exclusions.1.excluded_by").value = "Pełnomocnik ds. SZJ"
        field(page, "exclusions.1.in_interest_of").value = "osób wskazanych w wykazie"
        field(page, "relations.0.number").value = "k.3.2026"
        page.press("Ask for publication in the BIP")
        assert page.url.endswith("@@publication-review")
        (case,) = cases_of(edition)
        assert [each["title"] for each in case.draft["files"]] == ["Karta zmian procedury", "Załącznik 1"]
        assert dict(case.contents)[case.draft["files"][1]["name"]].data.decode() == "[wyłączono]"
        assert [row["scope"] for row in case.draft["exclusions"]] == ["nazwiska"]
        assert [(row["kind"], row["number"]) for row in case.draft["relations"]] == [("introduced", "k.3.2026")]

    def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(self, edition, browse):
        page = form(browse("autor"), edition)
        field(page, "produced_on").value = "2099-01-01"
        field(page, "exclusions.0.scope").value = "nazwiska"
        field(page, "file_titles.1").value = "Wykaz"
        page.press("Ask for publication in the BIP")
        assert page.status == 400
        errors = page.errors()
        assert errors["produced_on"] == "The day has not come yet."
        assert errors["exclusions"].startswith("Row 1:")
        assert field(page, "exclusions.0.scope").value == "nazwiska"
        assert field(page, "file_titles.1").value == "Wykaz"
        assert cases_of(edition) == []

    def test_no_file_ticked_means_no_file(self, edition, browse):
        page = form(browse("autor"), edition)
        field(page, "public_files:list").value = []
        page.press("Ask for publication in the BIP")
        (case,) = cases_of(edition)
        assert case.draft["files"] == ()

    def test_what_blocks_is_told_at_once(self, office, bulletin, browse):
        document = office.register(title="Rejestr zgłoszeń")
        edition = office.in_force(document, attachments=[file_named("lista.txt", b"PESEL 44051401458")])
        page = form(browse("autor"), edition)
        page.press("Ask for publication in the BIP")
        assert "Something blocks the publication." in page.contents
        assert "Blocks File lista.txt, text PESEL number: 44*******58" in page.words(".qms-finding")[0]

    def test_a_request_is_taken_back_and_made_anew(self, edition, ask, office):
        ask(edition)
        office.do("autor", edition, "retract-publication")
        transaction.commit()
        ask(edition, summary="Teraz lepiej.")
        assert [case.state for case in cases_of(edition)] == ["requested", "lapsed"]
        assert cases_of(edition)[1].contents == ()


class TestWithdrawal:
    def test_what_stays_is_shown_as_residents_will_see_it(self, edition, ask, publish, browse):
        ask(edition)
        publish(edition)
        page = browse("redaktor-bip")
        with clock.stopped_at(datetime.datetime(2031, 1, 5, 9, 12, tzinfo=datetime.UTC)):
            page.open(f"{edition.absolute_url()}/@@unpublish")
            assert "p-pj-01-wydanie-1.txt" in page.words(".qms-unpublish-gone")[0]
            field(page, "reason").value = "Opublikowano omyłkowo."
            page.press("Show what stays")
            (frame,) = page.page.cssselect("iframe")
            shown = frame.get("srcdoc")
            assert field(page, "reason").value == "Opublikowano omyłkowo."
            page.press("Withdraw from the BIP")
            page.open(f"{edition.absolute_url()}/@@publication-preview")
        assert "Opublikowano omyłkowo." in shown
        assert page.contents == shown

    def test_an_earlier_publication_is_named(self, edition, ask, publish, browse):
        for _turn in range(2):
            ask(edition)
            publish(edition)
        page = browse("redaktor-bip")
        page.open(f"{edition.absolute_url()}/@@unpublish")
        field(page, "reason").value = "Dane osobowe."
        page.press("Withdraw from the BIP")
        assert "An earlier publication of the same is still in the bulletin" in page.contents

    def test_only_an_editor_withdraws(self, edition, ask, publish, browse):
        ask(edition)
        publish(edition)
        page = browse("autor")
        page.open(f"{edition.absolute_url()}/@@unpublish")
        assert page.status == 403


def queue(page, office):
    page.open(f"{office.portal.absolute_url()}/@@publications")
    return {
        " ".join(section.cssselect("h2")[0].text_content().split()): [
            " ".join(row.text_content().split()) for row in section.cssselect("li")
        ]
        for section in page.page.cssselect(".qms-queue")
    }


def counter(page, tab):
    found = [words for words in page.words("nav a") if words.startswith(tab)]
    return found[0].removeprefix(tab).strip()


class TestQueue:
    def test_what_waits_is_a_task_until_it_is_decided(self, edition, ask, publish, browse, office):
        ask(edition)
        page = browse("redaktor-bip")
        (row,) = queue(page, office)["Waits for a decision 1"]
        assert "Nadzór nad dokumentami" in row and "7 days left" in row
        assert counter(page, "Publication in the BIP").startswith("1")
        page.open(f"{office.portal.absolute_url()}/@@tasks")
        assert page.words(".qms-inbox-title") == ["Publication in the BIP · P-PJ-01 Nadzór nad dokumentami, edition 1"]
        publish(edition)
        assert list(queue(page, office)) == []
        page.open(f"{office.portal.absolute_url()}/@@tasks")
        assert page.words(".qms-inbox-title") == []

    def test_what_is_late_comes_first_and_says_so(self, edition, ask, browse, office, client):
        day = clock.today() - datetime.timedelta(days=9)
        with clock.stopped_at(day):
            office.do("autor", edition, "request-publication", **{**PLAIN, "produced_on": day})
            transaction.commit()
        other = office.in_force(office.register(title="Obieg pism"))
        transaction.commit()
        ask(other)
        rows = queue(browse("redaktor-bip"), office)["Waits for a decision 2"]
        assert "2 days past the deadline" in rows[0] and "Obieg pism" in rows[1]

    def test_a_refusal_is_shown_to_whoever_asked(self, edition, ask, client, browse, office):
        ask(edition)
        client("redaktor-bip").operate(edition.absolute_url(), "refuse-publication", reason="Brak zgody archiwum.")
        (row,) = queue(browse("autor"), office)["My requests 1"]
        assert "Refused" in row and "Brak zgody archiwum." in row
        assert queue(browse("autor2"), office) == {}

    def test_an_archived_entry_is_a_task_until_something_newer_is_published(
        self, edition, ask, publish, browse, office
    ):
        ask(edition)
        publish(edition)
        newer = office.in_force(edition.document)
        transaction.commit()
        page = browse("redaktor-bip")
        assert "Archived, nothing newer published 1" in queue(page, office)
        page.open(f"{office.portal.absolute_url()}/@@tasks")
        assert page.words(".qms-inbox-title") == ["Archived in the BIP · P-PJ-01 Nadzór nad dokumentami, edition 1"]
        ask(newer)
        publish(newer)
        assert "Archived, nothing newer published 1" not in queue(page, office)

    def test_or_until_the_editor_leaves_it(self, edition, ask, publish, office, browse):
        ask(edition)
        publish(edition)
        office.do("pelnomocnik", edition.document, "withdraw", reason="Zadanie przejął inny urząd.")
        office.do("redaktor-bip", edition, "keep-archived", reason="Zadanie przejął inny urząd.")
        transaction.commit()
        lists = queue(browse("redaktor-bip"), office)
        assert "Archived, nothing newer published 1" not in lists
        assert "Archived or withdrawn in the last 30 days 1" in lists

    def test_the_tab_is_for_editors_and_the_officer(self, office, browse, edition):
        for login, there in {"redaktor-bip": True, "pelnomocnik": True, "autor": False, "pracownik": False}.items():
            page = browse(login)
            page.open(office.portal.absolute_url())
            assert any("@@publications" in link.get("href") for link in page.page.cssselect("nav a")) is there, login

    def test_a_page_loads_only_the_cases_that_it_shows(self, edition, ask, office, portal, browse, monkeypatch):
        """Counters and other pages of the list ask the ledger for numbers alone."""
        ask(edition)
        ledger = getUtility(IPublicationLedger)
        case = ledger.cases_of(uid_of(edition))[0]
        for _ordinal in range(30):
            ledger.open_case(
                case.uid, symbol=case.symbol, number="1", authors=(), request=case.request, draft=case.draft
            )
        transaction.commit()
        page = browse("redaktor-bip")
        page.open(f"{portal.absolute_url()}/@@publications?list=requested&b_start=25")
        assert len(page.words(".qms-queue li.qms-inbox-task")) == 6
        portal._p_jar.cacheMinimize()
        ledger = getUtility(IPublicationLedger)
        assert (len(ledger.lists.due("requested")), ledger.count("requested")) == (31, 31)
        assert all(each._p_changed is None for each in ledger._cases.values())


PLAIN = {
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": datetime.date(2031, 12, 31),
}


class TestQueueOverRest:
    def test_the_lists(self, edition, ask, client):
        ask(edition)
        answer = client("pelnomocnik").get("@publications").json()
        (item,) = answer["items"]
        assert (item["object"], item["state"]) == (edition.absolute_url(), "requested")
        assert item["decide_by"] == (clock.today() + datetime.timedelta(days=7)).isoformat()
        assert answer["lists"]["requested"] == 1

    @pytest.mark.parametrize("query", ["list=secret", "b_start=-1", "b_size=x"])
    def test_wrong_parameters(self, client, bulletin, query):
        assert client("redaktor-bip").get(f"@publications?{query}").status_code == 400

    def test_others_do_not_see_it(self, client, bulletin):
        statuses = {login: client(login).get("@publications").status_code for login in ("autor", "manager", None)}
        assert statuses == {"autor": 403, "manager": 403, None: 401}


def letters():
    """Return ``{recipient: the subject of the newest letter}`` and the texts of all."""
    transaction.begin()
    box = getUtility(IOutbox)
    found = [box.mark(key) for key in box.ready(20)]
    transaction.abort()
    return {letter.to: letter.subject for letter in found}, [letter.text for letter in found]


class TestLetters:
    def test_the_editors_are_told_of_a_request_and_whoever_asked_of_the_decision(self, edition, ask, publish, office):
        ask(edition, public_body="<p>Treść tylko dla Biuletynu.</p>")
        recipients, texts = letters()
        assert recipients["redaktor-bip@urzad.example"].startswith("To publish in the BIP: P-PJ-01")
        assert any("@@publication-review" in text for text in texts)
        assert "Treść tylko dla Biuletynu." not in "".join(texts)
        own = {"subject": "Już w BIP: ${edition}", "text": "${edition}\n\n${entry}\n\n${address}"}
        changes = {"letters": {"published": {"en": own}}}
        office.do("pelnomocnik", office.portal, "adjust-workflows", reason="Po naszemu", changes=changes)
        transaction.commit()
        publish(edition)
        assert letters()[0]["autor@urzad.example"].startswith("Już w BIP: P-PJ-01")

    def test_the_editors_are_told_that_something_newer_is_awaited(self, edition, ask, publish, office):
        ask(edition)
        publish(edition)
        office.in_force(edition.document)
        transaction.commit()
        assert letters()[0]["redaktor-bip@urzad.example"].startswith("Archived in the BIP: P-PJ-01")

    def test_the_reason_of_a_refusal_stays_inside(self, edition, ask, client):
        ask(edition)
        client("redaktor-bip").operate(
            edition.absolute_url(), "refuse-publication", reason="Jan Testowy się nie zgadza."
        )
        recipients, texts = letters()
        assert recipients["autor@urzad.example"].startswith("Publication in the BIP refused")
        assert "Jan Testowy" not in "".join(texts)


class TestBesideTheDocument:
    def test_staff_see_the_way_to_the_entry_and_nothing_else(self, edition, ask, publish, browse):
        page = browse("pracownik")
        ask(edition)
        page.open(edition.document.absolute_url())
        assert "In the BIP" not in page.words(".qms-aside-title")
        publish(edition)
        page.open(edition.document.absolute_url())
        (part,) = [part for part in page.page.cssselect(".qms-aside-part") if "In the BIP" in part.text_content()]
        assert " ".join(part.text_content().split()) == "In the BIP The entry in the BIP"
        assert part.cssselect("a")[0].get("href").endswith("/dokumenty/P-PJ-01/wydanie-1")

    def test_those_who_work_on_it_see_where_it_stands(self, edition, ask, publish, browse):
        page = browse("autor")
        page.open(edition.document.absolute_url())
        assert "Ask for publication in the BIP" in " ".join(page.words(".qms-aside-part"))
        ask(edition)
        page.open(edition.document.absolute_url())
        words = " ".join(page.words(".qms-aside-part"))
        assert "Waits for a decision" in words and "Główny specjalista ds. SZJ" in words
        assert "Take the request for publication back" in words


class TestSettings:
    def test_the_officer_and_the_administrator_change_them(self, portal, office, browse, bulletin):
        for login, days in {"pelnomocnik": "3", "administrator": "5"}.items():
            page = browse(login)
            page.open(f"{portal.absolute_url()}/@@qms-publication")
            page.getControl(name="form.widgets.days_to_decide").value = days
            page.getControl(name="form.buttons.save").click()
            transaction.begin()
            assert portal.portal_registry["czest.qms.publication.days_to_decide"] == int(days)

    def test_others_do_not(self, portal, browse, bulletin):
        for login in ("redaktor-bip", "autor"):
            page = browse(login)
            page.open(f"{portal.absolute_url()}/@@qms-publication")
            assert page.status in (401, 403), login
