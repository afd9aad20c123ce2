"""Everybody names and dismisses his own deputies on a page, and sees for whom he acts."""

from czest.qms import clock
from datetime import timedelta
from lxml import html
import pytest
import transaction


@pytest.fixture
def ewa(browse, directory):
    directory.appoint("jan", "inspektor-efs", clock.today())
    transaction.commit()
    return browse("ewa")


def main(browser):
    return " ".join(html.fromstring(browser.contents).xpath("//main")[0].text_content().split())


def test_the_menu_of_the_user_leads_to_the_page(ewa, portal, url):
    ewa.open(portal.absolute_url())
    ewa.getLink("My deputies").click()
    assert ewa.url == url("my-deputies")
    assert "Nobody has been appointed to act for me." in main(ewa)
    assert "I have not been appointed to act for anybody." in main(ewa)


def test_a_deputy_is_appointed_seen_and_dismissed(ewa, browse, url, directory):
    ewa.open(url("my-deputies"))
    ewa.getLink("Appoint my deputy").click()
    options = html.fromstring(ewa.contents).xpath("//select[@name='deputy']/option")
    assert [option.text or "" for option in options] == [
        "",
        "Inspektor (FE-EFS), Jan Kowalski",
        "Pełnomocnik ds. SZJ (PJ), Anna Zielińska",
    ]
    ewa.getControl("Appoint the deputy").click()
    assert ewa.headers["Status"].startswith("400")
    ewa.getControl(name="deputy").value = ["jan"]
    ewa.getControl("Procedure").selected = True
    ewa.getControl("Mandate").value = "upoważnienie 3/2026"
    ewa.getControl("Appoint the deputy").click()
    assert ewa.url == url("my-deputies")
    assert "Inspektor, Jan Kowalski" in main(ewa)
    transaction.begin()
    (one,) = directory.deputies_of("ewa")
    assert (one.deputy, one.kinds) == ("jan", {"Procedure"})
    jan = browse("jan")
    jan.open(url("my-deputies"))
    assert "Ewa Nowak" in main(jan)
    assert "acts today" in main(jan)
    assert "my-deputies-end" not in jan.contents
    ewa.getLink("Last day").click()
    ewa.getControl("Last day").value = (clock.today() - timedelta(1)).isoformat()
    ewa.getControl("Save the last day").click()
    transaction.begin()
    assert directory.deputies_of("ewa") == []


def test_nobody_reaches_the_deputies_of_others(ewa, browse, url, directory):
    one = directory.appoint_deputy("ewa", "jan", clock.today(), None, "upoważnienie 3/2026")
    transaction.commit()
    jan = browse("jan")
    jan.open(url("my-deputies-end", f"?id={one.id}"))
    assert jan.headers["Status"].startswith("404")
    nobody = browse(None)
    for page in ("my-deputies", "my-deputies-appoint", f"my-deputies-end?id={one.id}"):
        nobody.open(url(page))
        assert "Ewa Nowak" not in nobody.contents
        assert "Mandate" not in nobody.contents


def test_the_person_represented_cannot_be_typed(ewa, url, directory):
    ewa.open(url("my-deputies-appoint"))
    token = ewa.getControl(name="_authenticator").value
    body = f"_authenticator={token}&person=pelnomocnik&deputy=jan&start=2026-01-01&until=&mandate=x"
    ewa.post(url("my-deputies-appoint"), body)
    transaction.begin()
    assert [(one.person, one.deputy) for one in directory.deputyships()] == [("ewa", "jan")]


def test_an_unknown_kind_is_refused_at_its_field(ewa, url, directory):
    ewa.open(url("my-deputies-appoint"))
    token = ewa.getControl(name="_authenticator").value
    ewa.post(
        url("my-deputies-appoint"),
        f"_authenticator={token}&deputy=jan&start=2026-01-01&mandate=x&kinds:list=Document",
    )
    assert ewa.headers["Status"].startswith("400")
    assert "There is no kind of document Document." in main(ewa)
    transaction.begin()
    assert directory.deputyships() == []


def test_a_post_without_the_token_of_the_form_changes_nothing(ewa, url, directory):
    ewa.post(url("my-deputies-appoint"), "deputy=jan&start=2026-01-01&until=&mandate=x")
    assert ewa.headers["Status"].startswith("403")
    transaction.begin()
    assert directory.deputyships() == []
