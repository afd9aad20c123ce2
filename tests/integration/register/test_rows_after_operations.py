"""After every operation of a life, the catalog holds what a full indexing of every object would put into it.

Operations index only what they can change. Whatever one of them forgets, index or column, is named here.
"""

from czest.qms import clock
from czest.qms.approval.jobs import EndSilentOpinions
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import EDITION_LIFE
from czest.qms.operations import gate
from czest.qms.operations.interfaces import IOperationPerformed
import datetime
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
from support.office import file_named
from support.office import Office
from support.office import text
from support.optional_states import turn_on
from support.people import PASSWORD
from support.routes import procedures
from zope.component import getGlobalSiteManager
from zope.component import provideHandler


OFFICER = "pelnomocnik"
KINDS = ("Procedure", "Instruction", "FormTemplate", "Edition", "LegalAct")
DAY = datetime.date(2026, 11, 25)
#: Arrows that no operation of their own goes along: another edition's release, the withdrawal of the document.
WITHIN_OTHERS = {"supersede", "withdraw"}


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def performed():
    """Return the set of operations performed so far."""
    seen = set()

    def note(event):
        seen.add(event.operation_id)

    provideHandler(note, (IOperationPerformed,))
    yield seen
    getGlobalSiteManager().unregisterHandler(note, (IOperationPerformed,))


@pytest.fixture
def office(portal):
    # What was made with the people is indexed before the comparing begins.
    processQueue()
    return ComparingOffice(portal)


class ComparingOffice(Office):
    """An office that compares the catalog with the objects after everything that is done."""

    def do(self, login, content, operation_id, **data):
        changed = super().do(login, content, operation_id, **data)
        self.compare(operation_id)
        return changed

    def compare(self, what):
        """Compare the rows of everything controlled with those of a full indexing."""
        processQueue()
        found = rows(self.portal)
        for brain in brains(self.portal):
            content = brain._unrestrictedGetObject()
            self.portal.portal_catalog.catalog_object(content, brain.getPath())
        right = rows(self.portal)
        assert differences(found, right) == [], what


def brains(portal):
    """Return the records of acts, documents and editions."""
    return portal.portal_catalog.unrestrictedSearchResults(portal_type=list(KINDS))


def rows(portal):
    """Return ``{path: {name: value}}``: every column and what every index has of it."""
    catalog = portal.portal_catalog._catalog
    return {brain.getPath(): row(catalog, brain.getRID()) for brain in brains(portal)}


def row(catalog, number):
    columns = {f"column {name}": repr(catalog.data[number][place]) for name, place in catalog.schema.items()}
    entries = {f"index {name}": repr(entry(catalog.getIndex(name), number)) for name in catalog.indexes}
    return {**columns, **entries}


def entry(index, number):
    """Return what an index has of a record, in an order that says nothing."""
    value = index.getEntryForObject(number, "nothing")
    return sorted(value) if isinstance(value, list | set | frozenset) else value


def differences(found, right):
    """Return ``(path, name, found, right)`` of every value that differs."""
    assert found.keys() == right.keys()
    return [
        (path, name, value, right[path][name])
        for path, values in found.items()
        for name, value in values.items()
        if value != right[path][name]
    ]


def on_the_short_route(office, **data):
    return office.reviewed(office.register(owner_unit="OR", **data))


def approve(office, edition):
    return office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)


def approved_and_revoked(office):
    edition = on_the_short_route(office)
    office.do(OFFICER, edition, "attach-signed-file", signed_file=file_named("tekst.txt", b"inny"))
    approve(office, edition)
    assert state_of(edition) == "approved"
    office.do(OFFICER, edition, "revoke-approval", reason="Błąd")


def retracted_and_discarded(office):
    edition = office.submitted(office.register())
    office.do("autor", edition, "retract")
    office.do("autor", edition, "discard", reason="Niepotrzebne")


def returned(office):
    office.do("sprawdzajacy", office.submitted(office.register()), "return", reason="Błędy")


def superseded_and_withdrawn(office, **data):
    document = office.register(**data)
    for _number in range(2):
        edition = approve(office, office.reviewed(document))
        office.do(OFFICER, edition, "release")
    office.do(OFFICER, document, "amend-control-data", reason="Zmiana", review_interval=12)
    office.do(OFFICER, document, "withdraw", reason="Uchylono")
    assert [state_of(edition) for edition in document.editions()] == ["withdrawn", "superseded"]


def restricted(office):
    """A document for some only: an edition closed by itself, then opened with the next edition."""
    office.in_force(office.register(access="distribution", distribution=["OR"]))


def on_a_template(office):
    """Three stages, more people, another person, an opinion by silence, back to the first stage, and approved."""
    office.keep_template(procedures())
    edition = office.draft(office.register(login="autor2", owner_unit="OR"), "autor2", reviewers=[], approvers=[])
    office.do("autor2", edition, "submit")
    office.do(OFFICER, edition, "ask-also", stage="1", who="post:informatyk", reason="Dotyczy systemu")
    change = {"from": "post:informatyk", "to": "post:inspektor-kancelarii"}
    office.do(OFFICER, edition, "reassign", stage="1", reason="Urlop", **change)
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do(OFFICER, edition, "rewind", stage="1", reason="Od nowa")
    for login in ("sprawdzajacy", "pracownik"):
        office.do(login, edition, "review", password=PASSWORD)
    with clock.stopped_at(edition.course.current.due + datetime.timedelta(days=3)):
        assert EndSilentOpinions().run() is not None
        office.compare("end-opinion")
        assert state_of(edition) == "pending_approval"
        approve(office, edition)
    assert state_of(edition) == "approved"


def form_superseded_and_withdrawn(office):
    superseded_and_withdrawn(office, kind="FormTemplate")


def taken_over(office):
    office.do(
        OFFICER,
        office.library,
        "take-over",
        type="Procedure",
        symbol="PS-77",
        title="Dawna procedura",
        owner_unit="PJ",
        number="3",
        effective_from=datetime.date(2019, 5, 6),
        legal_act="OR.120.5.2019",
        prepared_by="Anna Nowak",
        checked_by="Jan Kowalski",
        approved_by="Burmistrz",
        body=text("<p>Treść dawnej procedury.</p>"),
    )


def enacted(office):
    edition = approve(office, on_the_short_route(office))
    later = approve(office, on_the_short_route(office))
    office.do(OFFICER, office.record_act(), "enact", editions=[edition.UID()])
    coming = DAY + datetime.timedelta(days=9)
    act = office.record_act("k.15.2024", effective_from=coming)
    office.do(OFFICER, act, "enact", editions=[later.UID()])
    assert [state_of(edition), state_of(later)] == ["in_force", "approved"]


def agreed_and_formally_checked(office):
    """An agreement with an answer, ended by the author; a formal check with something to correct; then submitted."""
    turn_on("agreement")
    turn_on("formal_check")
    edition = office.draft(office.register(access="distribution", distribution=["PJ", "OR", "IT"]))
    until = DAY + datetime.timedelta(days=7)
    office.do("autor", edition, "begin-agreement", asked=["unit:OR", "post:informatyk"], until=until)
    office.do("informatyk", edition, "answer-agreement", answer="remarks")
    office.do("autor", edition, "end-agreement")
    office.do("autor", edition, "begin-formal-check")
    office.do(OFFICER, edition, "end-formal-check", reason="Brak rozdzielnika")
    office.do("autor", edition, "begin-agreement", asked=["unit:OR"], until=until)
    office.do("autor", edition, "submit")


def remarked(office):
    """Remarks that are answered, settled and opened again, before and after the edition is returned and approved."""
    edition = office.submitted(office.register())
    for login in ("sprawdzajacy", "zatwierdzajacy", OFFICER):
        office.do(login, edition, "add-remark", text="Niejasne.")
    office.do("autor", edition, "answer-remark", id="1", text="Wyjaśniono.")
    office.do("sprawdzajacy", edition, "return", reason="Błędy")
    office.do("autor", edition, "resolve-remark", id="2", how="accepted")
    office.do("autor", edition, "submit")
    office.do("sprawdzajacy", edition, "reopen-remark", id="2", text="Nadal niejasne.")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    approve(office, edition)


LIVES = [
    remarked,
    agreed_and_formally_checked,
    form_superseded_and_withdrawn,
    approved_and_revoked,
    retracted_and_discarded,
    returned,
    superseded_and_withdrawn,
    restricted,
    taken_over,
    enacted,
    # Last: from its template on, the people named in a draft count no more.
    on_a_template,
]


def test_every_row_is_that_of_a_full_indexing(office, performed):
    for life in LIVES:
        life(office)
    assert set(EDITION_LIFE) - WITHIN_OTHERS <= performed


def test_what_an_operation_forgets_is_named(office):
    edition = on_the_short_route(office)
    with gate.opened("save"):
        edition.title = "Inny tytuł"
    with pytest.raises(AssertionError, match="column Title"):
        office.compare("nothing")


def test_a_signature_is_indexed_before_anything_is_indexed_wholly(office):
    edition = on_the_short_route(office)
    path = "/".join(edition.getPhysicalPath())
    before = rows(office.portal)[path]
    Office.do(office, "zatwierdzajacy", edition, "approve", password=PASSWORD)
    processQueue()
    changed = {name for name, value in rows(office.portal)[path].items() if value != before[name]}
    assert {"index review_state", "column review_state", "index waiting_for", "column modified"} <= changed


def test_a_signature_is_indexed_once_and_no_word_with_it(office, monkeypatch):
    edition = on_the_short_route(office)
    indexed = []
    catalog_object = CatalogTool.catalog_object

    def noting(self, content, uid=None, idxs=None, *arguments, **options):
        indexed.append((uid, idxs))
        return catalog_object(self, content, uid, idxs, *arguments, **options)

    monkeypatch.setattr(CatalogTool, "catalog_object", noting)
    Office.do(office, "zatwierdzajacy", edition, "approve", password=PASSWORD)
    processQueue()
    assert [uid for uid, _indexes in indexed] == ["/".join(edition.getPhysicalPath())]
    assert indexed[0][1]
    assert not {"SearchableText", "Title", "path"} & set(indexed[0][1])
