"""The tasks of a person who leaves go over to a successor, seen before, each by an operation of its own."""

from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.workplace.handing_over import asked_by_name
from czest.qms.workplace.handing_over import drafts_of
from czest.qms.workplace.handing_over import hand_over
from czest.qms.workplace.handing_over import preview
import pytest
from support.people import PASSWORD
from zope.component import getUtility


WORDS = ("radca", "sprawdzajacy", "Odejście z pracy")


@pytest.fixture
def editions(office):
    """One edition in which the successor is asked already, one in which he is not, and one that was checked."""
    both = office.submitted(office.register(title="A"), reviewers=["radca", "sprawdzajacy"])
    one = office.submitted(office.register(title="B"), reviewers=["radca"])
    signed = office.submitted(office.register(title="C"), reviewers=["radca", "sprawdzajacy"])
    office.do("radca", signed, "review", password=PASSWORD)
    return both, one, signed


def possible(found):
    return {one.edition.title: one.reason is None for one in found}


def test_the_preview_changes_nothing_and_says_what_stands_in_the_way(office, editions):
    before = [edition.route for edition in editions]
    with office.acting_as("pelnomocnik"):
        found = preview(*WORDS)
    assert possible(found) == {"A": False, "B": True}
    assert [edition.route for edition in editions] == before


def test_what_can_be_is_handed_over_and_the_rest_named(office, editions):
    both, one, _signed = editions
    with office.acting_as("pelnomocnik"):
        found = hand_over(*WORDS)
    assert possible(found) == {"A": False, "B": True}
    assert [asked.key for asked in one.route[0].participants] == ["person:sprawdzajacy"]
    assert "person:radca" in [asked.key for asked in both.route[0].participants]
    entry = getUtility(ITrail).entries(one.document.UID())[-1]
    assert (entry.operation, entry.reason) == ("reassign", "Odejście z pracy")
    office.do("sprawdzajacy", one, "review", password=PASSWORD)
    assert state_of(one) == "pending_approval"


def test_drafts_that_the_leaver_alone_has_written_are_named(office):
    alone = office.draft(office.register())
    together = office.draft(office.register())
    office.do("pelnomocnik", together, "save", title="Wspólny")
    with office.acting_as("pelnomocnik"):
        assert drafts_of("autor") == [alone]


def test_only_what_concerns_the_leaver_is_woken(office, portal, editions):
    """A stage to come is found as well as the running one; an edition of others stays asleep."""
    ahead = office.submitted(office.register(title="D"), reviewers=["sprawdzajacy"], approvers=["zatwierdzajacy"])
    portal._p_jar.savepoint()
    portal._p_jar.cacheMinimize()
    with office.acting_as("pelnomocnik"):
        assert [(edition.title, stage) for edition, stage in asked_by_name("zatwierdzajacy")] == [
            ("A", "2"),
            ("B", "2"),
            ("C", "2"),
            ("D", "2"),
        ]
        portal._p_jar.cacheMinimize()
        assert [edition.title for edition, _stage in asked_by_name("radca")] == ["A", "B"]
        assert drafts_of("radca") == []
    assert ahead._p_changed is None


def test_nobody_but_the_officer_may(office, editions):
    for login in ("autor", "radca", "manager"):
        with office.acting_as(login):
            assert not any(one.reason is None for one in hand_over(*WORDS))
