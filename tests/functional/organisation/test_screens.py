"""The officer keeps units, posts, holders and deputies through the pages."""

from czest.qms import clock
from datetime import date
from datetime import timedelta
from lxml import html
from plone import api
import pytest
import transaction


PAGES = [
    "organisation",
    "organisation-post?id=inspektor-efs",
    "organisation-add-unit",
    "organisation-change-unit?symbol=FE",
    "organisation-remove-unit?symbol=FE",
    "organisation-add-post",
    "organisation-change-post?id=inspektor-efs",
    "organisation-remove-post?id=inspektor-efs",
    "organisation-appoint?post=inspektor-efs",
    "organisation-end-tenure?id=1",
    "organisation-deputies",
    "organisation-appoint-deputy",
    "organisation-import",
    "organisation-export",
    "organisation-log",
]


@pytest.fixture
def errors():
    """Return the messages that stand at fields, by the id of the input they describe."""

    def errors(browser):
        return {
            element.get("id").removeprefix("organisation-").removesuffix("-error"): " ".join(
                element.text_content().split()
            )
            for element in parsed(browser).xpath("//p[contains(@class, 'qms-error')][@id]")
        }

    return errors


def parsed(browser):
    return html.fromstring(browser.contents)


def test_pages_open_for_the_officer_and_are_labelled(officer, url):
    """One test for all pages: making the site and its people takes longer than the pages."""
    for page in PAGES:
        officer.open(url(page))
        assert officer.headers["Status"].startswith("200"), page
        if page == "organisation-export":
            continue
        tree = parsed(officer)
        assert len(tree.xpath("//h1")) == 1, page
        for control in tree.xpath("//main//input[not(@type='hidden')] | //main//select"):
            assert tree.xpath(f"//label[@for='{control.get('id')}']"), (page, control.get("id"))
        for described in tree.xpath("//main//@aria-describedby"):
            assert all(tree.xpath(f"//*[@id='{part}']") for part in described.split()), (page, described)
        assert len(tree.xpath("//table")) == len(tree.xpath("//table/caption")), page
        assert not tree.xpath("//th[not(@scope)]"), page


@pytest.mark.parametrize("who, statuses", [("ewa", {"401", "403"}), (None, {"200", "401"})])
def test_pages_are_closed_to_others(browse, url, who, statuses):
    """Strangers land on the login form; staff are refused."""
    browser = browse(who)
    for page in PAGES:
        browser.open(url(page))
        assert browser.headers["Status"][:3] in statuses, page
        assert "Inspektor" not in browser.contents, page
        assert not parsed(browser).xpath("//input[starts-with(@id, 'organisation-')]"), page


def test_what_is_not_there_is_not_found(officer, url):
    for page in (
        "organisation-change-unit?symbol=ZZ",
        "organisation-change-unit",
        "organisation-change-post?id=nie-ma",
        "organisation-appoint?post=nie-ma",
        "organisation-end-tenure?id=99",
        "organisation-end-tenure?id=x",
        "organisation-end-tenure?id:int=1",
        "organisation-end-tenure",
        "organisation-end-deputy?id=1",
        "organisation-post?id=nie-ma",
    ):
        officer.open(url(page))
        assert officer.headers["Status"].startswith("404"), page


def test_units_are_added_changed_and_removed(officer, url, directory):
    officer.open(url())
    officer.getLink("Add a unit", index=0).click()
    officer.getControl("Symbol").value = "KD"
    officer.getControl("Name of the unit").value = "Kadry"
    officer.getControl("Unit above").value = ["FE"]
    officer.getControl("Add the unit").click()
    assert officer.url == url()
    assert "The unit was added." in officer.contents
    transaction.begin()
    assert directory.unit("KD").parent == "FE"
    officer.open(url("organisation-change-unit?symbol=KD"))
    assert officer.getControl("Unit above").value == ["FE"]
    officer.getControl("Name of the unit").value = "Kadry i płace"
    officer.getControl("Unit above").value = [""]
    officer.getControl("Save the unit").click()
    transaction.begin()
    assert (directory.unit("KD").title, directory.unit("KD").parent) == ("Kadry i płace", None)
    officer.open(url("organisation-remove-unit?symbol=KD"))
    officer.getControl("Remove the unit").click()
    transaction.begin()
    assert "KD" not in directory.organisation().units


def test_what_is_in_use_offers_no_removal_and_says_why(officer, url):
    officer.open(url("organisation-remove-unit?symbol=FE"))
    assert "It cannot be removed." in officer.contents
    assert "Move or remove them first." in officer.contents
    assert "Remove the unit</button>" not in officer.contents
    officer.open(url("organisation-remove-post?id=pelnomocnik"))
    assert "End the appointments instead." in officer.contents
    assert "Remove the post</button>" not in officer.contents


def test_wrong_input_stays_in_the_form_with_errors_at_the_fields(officer, url, directory, errors):
    officer.open(url("organisation-add-unit"))
    officer.getControl("Symbol").value = "kadry wszystkie"
    officer.getControl("Add the unit").click()
    assert officer.headers["Status"].startswith("400")
    found = errors(officer)
    assert found["symbol"].startswith("kadry wszystkie is no symbol of a unit.")
    assert found["title"] == "This field must be filled in."
    assert officer.getControl("Symbol").value == "kadry wszystkie"
    tree = parsed(officer)
    wrong = tree.xpath("//input[@aria-invalid='true']/@id")
    assert wrong == ["organisation-symbol", "organisation-title"]
    assert tree.xpath("//*[@role='alert']//a/@href") == ["#organisation-symbol", "#organisation-title"]
    transaction.begin()
    assert len(directory.units()) == 3


def test_posts_are_added_changed_and_removed(officer, url, directory):
    officer.open(url("organisation-add-post?unit=FE"))
    assert officer.getControl("Unit").value == ["FE"]
    officer.getControl("Name of the post").value = "Naczelnik Wydziału"
    officer.getControl("Its holder heads the unit").selected = True
    officer.getControl("Approver").selected = True
    officer.getControl("Add the post").click()
    transaction.begin()
    post = directory.post("naczelnik-wydzialu-fe")
    assert (post.head, post.entitlements) == (True, {"approver"})
    officer.open(url("organisation-change-post?id=naczelnik-wydzialu-fe"))
    assert officer.getControl("Approver").selected
    officer.getControl("Approver").selected = False
    officer.getControl("Author").selected = True
    officer.getControl("Its holder heads the unit").selected = False
    officer.getControl("Save the post").click()
    transaction.begin()
    post = directory.post("naczelnik-wydzialu-fe")
    assert (post.head, post.entitlements) == (False, {"author"})
    officer.open(url("organisation-remove-post?id=naczelnik-wydzialu-fe"))
    officer.getControl("Remove the post").click()
    transaction.begin()
    assert "naczelnik-wydzialu-fe" not in directory.organisation().posts


def test_people_are_appointed_and_leave(officer, url, directory, errors):
    officer.open(url("organisation-appoint?post=inspektor-efs"))
    assert officer.getControl("First day").value == clock.today().isoformat()
    officer.getControl("Login of the person").value = "nikt"
    officer.getControl("First day").value = "1.01.2026"
    officer.getControl("Last day").value = "kiedyś"
    officer.getControl("Appoint", index=0).click()
    assert errors(officer) == {
        "login": "There is no account nikt.",
        "start": "1.01.2026 is no date. Write it as rrrr-mm-dd, for example 2026-11-24.",
        "until": "kiedyś is no date. Write it as rrrr-mm-dd, for example 2026-11-24.",
    }
    officer.getControl("Login of the person").value = "ewa"
    officer.getControl("First day").value = "2026-01-01"
    officer.getControl("Last day").value = ""
    officer.getControl("Appoint", index=0).click()
    assert "Ewa Nowak" in officer.contents
    transaction.begin()
    assert directory.holders("inspektor-efs") == ["ewa"]
    officer.open(url("organisation-end-tenure?id=2"))
    officer.getControl("Last day").value = (clock.today() - timedelta(1)).isoformat()
    officer.getControl("Save the last day").click()
    assert "Ewa Nowak" not in officer.contents
    transaction.begin()
    assert directory.holders("inspektor-efs") == []
    officer.open(url("organisation-post?id=inspektor-efs"))
    assert "Ewa Nowak" in officer.contents


def test_an_appointment_gives_access_at_the_next_request(browse, officer, url):
    jan = browse("jan")
    jan.open(url())
    assert jan.headers["Status"][:3] in ("401", "403")
    officer.open(url("organisation-end-tenure?id=1"))
    officer.getControl("Last day").value = (clock.today() + timedelta(30)).isoformat()
    officer.getControl("Save the last day").click()
    officer.open(url("organisation-change-post?id=inspektor-efs"))
    officer.getControl("Quality representative").selected = True
    officer.getControl("Save the post").click()
    officer.open(url("organisation-appoint?post=inspektor-efs"))
    officer.getControl("Login of the person").value = "jan"
    officer.getControl("Appoint", index=0).click()
    jan.open(url())
    assert jan.headers["Status"].startswith("200")


def test_being_officer_and_auditor_is_allowed_and_shown(officer, browse, url):
    officer.open(url())
    assert "nobody audits their own work" not in officer.contents
    api.user.grant_roles("ewa", roles=["Site Administrator"])
    transaction.commit()
    administrator = browse("ewa")
    administrator.open(url("organisation-change-post?id=pelnomocnik"))
    administrator.getControl("ISO auditor").selected = True
    administrator.getControl("Save the post").click()
    assert "nobody audits their own work" in administrator.contents


def test_the_officer_gives_himself_nothing(officer, url, directory, errors):
    officer.open(url("organisation-change-post?id=pelnomocnik"))
    officer.getControl("ISO auditor").selected = True
    officer.getControl("Save the post").click()
    assert list(errors(officer)) == ["entitlements"]
    assert not directory.is_entitled("pelnomocnik", "auditor")


def test_deputies_are_appointed_listed_and_end(officer, url, directory, errors):
    officer.open(url("organisation-deputies"))
    assert "No deputies have been appointed." in officer.contents
    officer.getLink("Appoint a deputy").click()
    officer.getControl("Login of the person represented").value = "ewa"
    officer.getControl("Login of the deputy").value = "ewa"
    officer.getControl("Last day").value = "2099-12-31"
    officer.getControl("Appoint the deputy").click()
    assert errors(officer) == {"mandate": "This field must be filled in."}
    officer.getControl("Mandate").value = "upoważnienie 3/2026 z 1 lutego 2026 r."
    officer.getControl("Appoint the deputy").click()
    assert errors(officer) == {"deputy": "Nobody can be their own deputy."}
    officer.getControl("Login of the deputy").value = "jan"
    officer.getControl("Procedure").selected = True
    officer.getControl("Appoint the deputy").click()
    assert officer.url == url("organisation-deputies")
    assert "Jan Kowalski" in officer.contents
    assert "acts today" in officer.contents
    transaction.begin()
    (deputyship,) = directory.deputies_of("ewa")
    assert (deputyship.deputy, deputyship.kinds) == ("jan", {"Procedure"})
    officer.open(url("organisation-log"))
    assert "jan → ewa" in officer.contents
    assert "3/2026 z 1 lutego 2026 r., Procedure" in officer.contents
    officer.open(url("organisation-end-deputy", f"?id={deputyship.id}"))
    officer.getControl("Last day").value = "jutro"
    officer.getControl("Save the last day").click()
    assert list(errors(officer)) == ["until"]
    officer.getControl("Last day").value = clock.today().isoformat()
    officer.getControl("Save the last day").click()
    transaction.begin()
    assert directory.deputies_of("ewa", clock.today() + timedelta(1)) == []


def test_standing_of_deputies(officer, url, directory):
    today = clock.today()
    directory.appoint_deputy("ewa", "jan", date(2026, 1, 1), today - timedelta(1), "upoważnienie 1")
    directory.appoint_deputy("ewa", "jan", today + timedelta(1), None, "upoważnienie 2")
    transaction.commit()
    officer.open(url("organisation-deputies"))
    standings = [row.xpath("td")[5].text_content().strip() for row in parsed(officer).xpath("//tbody/tr")]
    assert standings == ["not yet", "ended"]


def test_every_change_is_in_the_log(officer, url):
    officer.open(url("organisation-add-unit"))
    officer.getControl("Symbol").value = "KD"
    officer.getControl("Name of the unit").value = "Kadry"
    officer.getControl("Unit above").value = ["FE"]
    officer.getControl("Add the unit").click()
    officer.open(url("organisation-log"))
    cells = [cell.text_content().strip() for cell in parsed(officer).xpath("//tbody/tr[1]/td")]
    assert cells[1:] == ["Anna Zielińska", "Unit added", "KD Kadry (FE)"]
    assert "pelnomocnik: pelnomocnik, 2026-01-01 –" in officer.contents


def test_a_post_without_the_token_of_the_form_changes_nothing(officer, url, directory):
    officer.post(url("organisation-add-unit"), "symbol=KD&title=Kadry")
    assert officer.headers["Status"].startswith("403")
    officer.post(url("organisation-import"), "confirm=1&text=komorka;nazwa_komorki%0AKD;Kadry&revision=8")
    assert officer.headers["Status"].startswith("403")
    transaction.begin()
    assert "KD" not in directory.organisation().units


def test_opening_a_form_with_values_in_the_address_changes_nothing(officer, url, directory):
    officer.open(url("organisation-add-unit?symbol=KD&title=Kadry"))
    officer.open(url("organisation-remove-post?id=inspektor-efs"))
    transaction.begin()
    assert "KD" not in directory.organisation().units
    assert "inspektor-efs" in directory.organisation().posts


def test_the_setting_is_for_those_who_keep_the_organisation(browse, officer, portal):
    officer.open(f"{portal.absolute_url()}/@@qms-settings")
    assert parsed(officer).xpath("//a[contains(@href, '@@organisation')]")
    reader = browse("ewa")
    reader.open(portal.absolute_url())
    assert not parsed(reader).xpath("//a[contains(@href, '@@organisation') or contains(@href, '@@qms-settings')]")


def test_markup_in_names_is_shown_as_text(officer, url, directory):
    directory.add_unit("XX", "<script>alert(1)</script>")
    transaction.commit()
    for page in ("organisation", "organisation-log", "organisation-change-unit?symbol=XX"):
        officer.open(url(page))
        assert "<script>alert(1)" not in officer.contents
