"""The page of the inbox: what changes stands inside the task, from the editions of one page."""

from czest.qms import clock
from czest.qms.workplace import inbox
from czest.qms.workplace.inbox import Inbox
from czest.qms.workplace.summaries import Summaries
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.people import PASSWORD
from zope.globalrequest import getRequest


DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


def rows(office, login, **form):
    """Return the rows of the page of a person."""
    request = getRequest()
    request.form.clear()
    request.form.update(form)
    with office.acting_as(login):
        return [row for group in Inbox(office.portal, request).groups() for row in group["rows"]]


def words(row):
    return [api.portal.translate(note, lang="en") for note in row["notes"]]


def test_the_task_says_what_changes_from_whom_and_how_far_it_was_checked(office):
    document = office.register()
    office.in_force(document)
    edition = office.submitted(document, reviewers=["radca"], change_description="- termin: 14 dni\n- karta w systemie")
    (row,) = rows(office, "radca")
    assert row["summary"]["lines"] == ["termin: 14 dni", "karta w systemie"]
    assert row["summary"]["compared"] == {"number": "1", "url": f"{document.absolute_url()}/@@compare?to=2"}
    assert words(row) == ["from: Główny specjalista ds. SZJ", "waits since today"]
    office.do("radca", edition, "review", password=PASSWORD)
    (row,) = rows(office, "zatwierdzajacy")
    assert "checked 1 of 1" in words(row)


def test_a_first_edition_has_nothing_to_be_compared_with(office):
    office.submitted(office.register(), reviewers=["radca"])
    (row,) = rows(office, "radca")
    assert row["summary"]["compared"] is None


def test_a_draft_of_ones_own_has_no_summary(office):
    office.draft(office.register())
    (row,) = rows(office, "autor")
    assert row["summary"] is None


def test_a_summary_is_for_those_who_may_see_the_edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    with office.acting_as("radca"):
        assert Summaries([edition.UID()]).of(edition.UID())
    for login in ("pracownik", "administrator", "manager"):
        with office.acting_as(login):
            assert Summaries([edition.UID()]).of(edition.UID()) is None


def test_no_column_of_the_catalog_tells_the_change(office, portal):
    edition = office.submitted(office.register(), change_description="Tajna zmiana")
    catalog = portal.portal_catalog
    (brain,) = catalog.unrestrictedSearchResults(UID=edition.UID())
    assert "Tajna zmiana" not in str(catalog.getMetadataForRID(brain.getRID()))
    assert "Tajna zmiana" not in str(catalog.getIndexDataForRID(brain.getRID()))


def test_only_the_editions_of_the_page_are_woken(office, portal, monkeypatch):
    monkeypatch.setattr(inbox, "PAGE", 2)
    editions = [office.submitted(office.register(title=title), title=title, reviewers=["radca"]) for title in "ABC"]
    processQueue()
    portal._p_jar.savepoint()
    portal._p_jar.cacheMinimize()
    assert [row["task"].title for row in rows(office, "radca")] == ["A", "B"]
    assert editions[2]._p_changed is None
    assert [row["task"].title for row in rows(office, "radca", b_start="2", kind="review")] == ["C"]
    assert [row["task"].title for row in rows(office, "radca", b_start="99")] == ["A", "B"]
