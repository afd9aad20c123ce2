"""Remarks on the text in review: who makes, reads and settles them, and how they go on when the text changes."""

from czest.qms.documents.content import state_of
from czest.qms.documents.history import who_changed
from czest.qms.documents.making import uid_of
from czest.qms.documents.snapshots import computed_digest
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.remarks.interfaces import IRemarks
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.reading import found_in
from czest.qms.remarks.reading import may_read_remarks
from czest.qms.remarks.reading import passages
from czest.qms.remarks.rules.threads import digest_of
import hashlib
from plone import api
from plone.restapi.interfaces import ISerializeToJson
import pytest
from support.office import file_named
from support.office import text
from support.people import PASSWORD
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.globalrequest import getRequest


BODY = (
    "<h2>1. Cel</h2><p>Procedura określa sposób postępowania z niezgodnościami.</p>"
    "<h2>2. Terminy</h2><p>Naczelnik komórki ustala przyczynę w terminie 7 dni od nadania numeru.</p>"
    "<ul><li>Rejestr prowadzi Pełnomocnik.</li></ul>"
)
REMARK = "Termin 7 dni jest za krótki: zażółć."


@pytest.fixture
def edition(office):
    return office.submitted(office.register(), body=text(BODY))


def add(office, edition, login="sprawdzajacy", **data):
    """Make a remark and return its thread."""
    office.do(login, edition, "add-remark", **{"quote": "w terminie 7 dni", "text": REMARK, **data})
    return threads_of(edition)[-1]


def rewritten(office, edition, body):
    """Return the edition, write another text and submit it again."""
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    office.do("autor", edition, "save", body=text(body))
    return office.do("autor", edition, "submit")


def readers_of(office, edition, logins):
    found = []
    for login in logins:
        with office.acting_as(login):
            if may_read_remarks(edition):
                found.append(login)
    return found


EVERYBODY = (
    "autor",
    "autor2",
    "sprawdzajacy",
    "radca",
    "zatwierdzajacy",
    "pelnomocnik",
    "auditor",
    "pracownik",
    "informatyk",
    "redaktor-bip",
    "archiwista",
    "administrator",
    "manager",
)
WORKING = ["autor", "sprawdzajacy", "zatwierdzajacy", "pelnomocnik", "auditor"]


def test_content_digest_and_signatures_stay_as_they_are(office, edition):
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    before = (edition.digest, edition.signatures, edition.modified(), edition.body.raw, edition._p_serial)
    thread = add(office, edition, "zatwierdzajacy")
    office.do("autor", edition, "answer-remark", id="1", text="Tak wynika z normy.")
    office.do("autor", edition, "resolve-remark", id="1", how="answered")
    assert (edition.digest, edition.signatures, edition.modified(), edition.body.raw, edition._p_serial) == before
    assert computed_digest(edition) == edition.digest
    assert edition.course.current.act == "approve"
    assert thread.digest == edition.digest


def test_the_trail_has_number_and_digest_and_no_words(office, edition):
    add(office, edition)
    office.do("autor", edition, "resolve-remark", id="1", how="rejected", text="Norma mówi inaczej: gęślą.")
    entries = list(getUtility(ITrail).entries(uid_of(edition.document)))[-2:]
    assert [entry.operation for entry in entries] == ["add-remark", "resolve-remark"]
    assert [entry.details["remark"] for entry in entries] == [1, 1]
    assert entries[1].details["how"] == "rejected"
    assert all(len(entry.details["text_digest"]) == 64 and entry.digest == edition.digest for entry in entries)
    assert "zażółć" not in str(entries) and "gęślą" not in str(entries)
    (thread,) = threads_of(edition)
    assert [entry.details["text_digest"] for entry in entries] == [digest_of(said) for said in thread.sayings]
    assert entries[0].details["text_digest"] != hashlib.sha256(thread.opener.text.encode()).hexdigest()
    assert len({said.salt for said in thread.sayings}) == 2
    assert thread.opener.salt not in str(entries)


def test_those_who_work_on_it_make_remarks_and_nobody_else(office, edition):
    for login in EVERYBODY:
        if login in WORKING and login != "auditor":
            saying = add(office, edition, login).opener
            assert (saying.login, saying.text) == (login, REMARK)
            assert saying.name and saying.post
        else:
            with pytest.raises(NotPermitted):
                add(office, edition, login)
    assert [thread.number for thread in threads_of(edition)] == [1, 2, 3, 4]


def test_who_reads_them_in_each_state(office, edition):
    add(office, edition)
    assert readers_of(office, edition, EVERYBODY) == WORKING
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    assert readers_of(office, edition, EVERYBODY) == ["autor", "pelnomocnik"]
    office.do("autor", edition, "submit")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    assert readers_of(office, edition, EVERYBODY) == WORKING
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    afterwards = ["autor", "pelnomocnik", "auditor"]
    assert readers_of(office, edition, EVERYBODY) == afterwards
    office.do("pelnomocnik", edition, "release")
    assert readers_of(office, edition, EVERYBODY) == afterwards
    with pytest.raises(NotPermitted):
        add(office, edition, "pelnomocnik")


def test_an_unchanged_passage_goes_on_when_it_is_submitted_again(office, edition):
    add(office, edition)
    rewritten(office, edition, BODY.replace("Procedura określa sposób", "Niniejsza procedura opisuje sposób"))
    (thread,) = threads_of(edition)
    found = found_in(edition, thread)
    assert (found.status, passages(edition).text[found.start : found.end]) == ("exact", "w terminie 7 dni")
    assert thread.is_open


def test_a_changed_passage_is_kept_and_marked(office, edition):
    add(office, edition)
    rewritten(office, edition, BODY.replace("7 dni", "14 dni"))
    (thread,) = threads_of(edition)
    found = found_in(edition, thread)
    assert (found.status, passages(edition).text[found.start : found.end]) == ("changed", "w terminie 14 dni")
    assert thread.anchor.quote == "w terminie 7 dni"


def test_a_remark_on_a_text_that_changed_meanwhile_is_kept(office, edition):
    seen = edition.digest
    rewritten(office, edition, BODY.replace("7 dni", "14 dni"))
    context = {"prefix": "Naczelnik komórki ustala przyczynę", "suffix": "od nadania numeru."}
    thread = add(office, edition, digest=seen, **context)
    assert (thread.digest, thread.anchor.quote) == (seen, "w terminie 7 dni")
    assert found_in(edition, thread).status == "changed"


WRONG = (
    ({"quote": "w terminie 30 dni"}, "quote"),
    ({"quote": "w terminie 30 dni", "digest": "a" * 64}, "digest"),
    ({"quote": "", "paragraph": 6}, "paragraph"),
    ({"paragraph": 2}, "quote"),
    ({"text": "   "}, "text"),
    ({"text": None}, "text"),
)


def test_bad_input_is_refused_at_its_field(office, edition):
    for data, field in WRONG:
        with pytest.raises(InvalidInput) as refused:
            add(office, edition, **data)
        assert [name for name, _message in refused.value.errors] == [field]
    assert threads_of(edition) == ()


def test_a_paragraph_may_be_chosen(office, edition):
    assert add(office, edition, quote="", paragraph=5).anchor.quote == "Rejestr prowadzi Pełnomocnik."
    assert add(office, edition, quote="Pełnomocnik", paragraph=5).anchor.quote == "Pełnomocnik"


def test_of_a_file_a_place_is_named(office):
    edition = office.submitted(office.register(), body=None, source_file=file_named("procedura.txt"))
    with pytest.raises(InvalidInput):
        add(office, edition)
    thread = add(office, edition, quote="", place=" str. 4,  pkt 6.2 ")
    assert (thread.anchor.quote, thread.anchor.place) == ("", "str. 4, pkt 6.2")
    assert found_in(edition, thread).status == "exact"


def test_a_thread_is_answered_settled_and_opened_again(office, edition):
    add(office, edition)
    office.do("autor", edition, "answer-remark", id="1", text="Wydłużę.")
    office.do("autor", edition, "resolve-remark", id="1", how="accepted")
    (thread,) = threads_of(edition)
    assert (thread.is_open, thread.resolution.way, thread.resolution.login) == (False, "accepted", "autor")
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "resolve-remark", id="1", how="accepted")
    office.do("sprawdzajacy", edition, "reopen-remark", id="1", text="Nie wydłużono.")
    (thread,) = threads_of(edition)
    assert [saying.kind for saying in thread.sayings] == ["remark", "answer", "resolution", "reopening"]
    assert thread.is_open
    with pytest.raises(ObjectMovedOn):
        office.do("sprawdzajacy", edition, "reopen-remark", id="1", text="Jeszcze raz.")


def test_another_one_of_the_route_does_not_settle_it(office, edition):
    add(office, edition)
    with pytest.raises(NotPermitted):
        office.do("zatwierdzajacy", edition, "resolve-remark", id="1", how="answered")
    office.do("sprawdzajacy", edition, "resolve-remark", id="1", how="answered")


def test_a_remark_not_taken_into_account_wants_a_reason(office, edition):
    add(office, edition)
    with pytest.raises(InvalidInput) as refused:
        office.do("autor", edition, "resolve-remark", id="1", how="rejected")
    assert dict(refused.value.errors).keys() == {"text"}
    with pytest.raises(InvalidInput) as refused:
        office.do("autor", edition, "answer-remark", id="7", text="Kto to?")
    assert dict(refused.value.errors).keys() == {"id"}


def test_in_the_draft_its_author_goes_on_and_nobody_begins(office, edition):
    add(office, edition)
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    office.do("pelnomocnik", edition, "answer-remark", id="1", text="Proszę uwzględnić.")
    office.do("autor", edition, "resolve-remark", id="1", how="accepted")
    for login in ("autor", "pelnomocnik"):
        with office.acting_as(login):
            assert operation_named(edition, getRequest(), "add-remark").refusal() is not None
    with pytest.raises(NotPermitted):
        office.do("sprawdzajacy", edition, "answer-remark", id="1", text="Już nie moje.")


def test_a_remark_is_no_change_of_the_text(office, edition):
    add(office, edition)
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    office.do("autor", edition, "save", body=text(BODY.replace("7 dni", "14 dni")))
    office.do("pelnomocnik", edition, "answer-remark", id="1", text="Dziękuję.")
    assert "Główny specjalista ds. SZJ" in who_changed(edition).mapping["person"]


def test_a_discarded_draft_takes_them_along_and_a_new_one_has_none(office, edition):
    add(office, edition)
    uid = uid_of(edition)
    document = edition.document
    office.do("autor", edition, "retract")
    office.do("autor", edition, "discard", reason="Zaniechano")
    assert getUtility(IRemarks).threads(uid) == ()
    assert uid not in getUtility(IRemarks)._editions
    assert threads_of(office.submitted(document)) == ()


def test_a_new_edition_does_not_carry_them(office, edition):
    add(office, edition)
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    office.do("pelnomocnik", edition, "release")
    following = office.do("autor", edition.document, "open-revision")
    assert state_of(following) == "draft"
    assert threads_of(following) == ()
    assert len(threads_of(edition)) == 1


def test_neither_search_nor_json_of_the_edition_knows_them(office, edition):
    add(office, edition)
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    office.do("pelnomocnik", edition, "release")
    catalog = api.portal.get_tool("portal_catalog")
    assert not catalog.unrestrictedSearchResults(SearchableText="zażółć")
    with office.acting_as("pelnomocnik"):
        assert "zażółć" not in str(getMultiAdapter((edition, getRequest()), ISerializeToJson)())
