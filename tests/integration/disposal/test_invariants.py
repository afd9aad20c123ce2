"""Random records, holds, lists, answers and years: nothing is destroyed but by the book, and what is destroyed is gone.

The oracle keeps its own books and counts the years itself; what the product says of due days and holds is not asked.
"""

from czest.qms import clock
from czest.qms.disposal.verification import verify_lists
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.transactions import abort
from czest.qms.operations.errors import OperationRefused
from czest.qms.records.verification import verify_records
import datetime
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import multiple
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import run_state_machine_as_test
from plone import api
import pytest
from support.archive_office import ArchiveOffice
from support.office import file_named
from zope.component import getUtility


CATEGORIES = st.sampled_from(["B2", "B5", "BE2", "BE5", "Bc", "A"])
KINDS = st.sampled_from(["B", "B5", "BE", "Bc", "A"])
CLASSES = st.sampled_from(["0142", "1510"])
BEGINNING = datetime.date(2020, 3, 1)
#: Symbols of records end with their century.
LAST_DAY = datetime.date(2099, 12, 31)
SECRET = "zwqxtajemnica"


def first_day(category, closed_on):
    """Return the first day on which a record may be on a list, counted by the words of ARCH-4 and ARCH-5."""
    if category == "Bc":
        return closed_on + datetime.timedelta(days=1)
    years = 25 if category == "A" else int(category.lstrip("BE"))
    return datetime.date(closed_on.year + years + 1, 1, 1)


class Disposal(RuleBasedStateMachine):
    """Records, lists and years under the hands of an archivist who tries everything."""

    office = None
    #: Over all searches.
    categories_destroyed = set()
    records = Bundle("records")
    lists = Bundle("lists")

    @initialize(target=records, categories=st.lists(CATEGORIES, min_size=2, max_size=4))
    def begin(self, categories):
        self.today = BEGINNING
        self.all_records, self.all_lists = [], []
        #: Record or series → is there a hold; list → day of consent; list → day of appraisal.
        self.held, self.consents, self.appraised = set(), {}, {}
        self.known_disposed = set()
        # Something is due from the beginning on, or few searches would come to a destruction.
        made = [self.capture(category, "0142", True) for category in categories]
        self.pass_time(366 * 7)
        return multiple(*made)

    def attempt(self, login, content, operation, **data):
        """Try an operation and return what was changed or made, None where it was refused."""
        try:
            with clock.stopped_at(self.today):
                return self.office.office.do(login, content, operation, **data)
        except OperationRefused:
            return None

    @rule(target=records, category=CATEGORIES, jrwa_class=CLASSES, is_closed=st.booleans())
    def capture(self, category, jrwa_class, is_closed):
        data = {
            "title": "Protokół",
            "jrwa_class": jrwa_class,
            "archival_category": category,
            "created_on": self.today,
            "closed_on": self.today if is_closed else None,
            "evidence_of": SECRET,
            "files": [file_named("p.txt", SECRET.encode())],
        }
        record = self.attempt("pracownik", self.office.records, "capture", **data)
        self.all_records.append(record)
        return record

    @rule(record=records)
    def file(self, record):
        self.attempt("pracownik", record, "file", closed_on=self.today)

    @rule(record=records, on_series=st.booleans())
    def hold(self, record, on_series):
        content = record.series if on_series else record
        if self.attempt("archiwista", content, "hold", reason="Kontrola"):
            self.held.add(content.UID())

    @rule(record=records, on_series=st.booleans())
    def lift(self, record, on_series):
        content = record.series if on_series else record
        if self.attempt("archiwista", content, "lift-hold", reason="Po kontroli"):
            self.held.discard(content.UID())

    @rule(days=st.sampled_from([1, 40, 366, 366 * 3, 366 * 7, 366 * 30]))
    def pass_time(self, days):
        self.today = min(self.today + datetime.timedelta(days=days), LAST_DAY)

    @rule(target=lists, category=KINDS)
    def propose_what_is_due(self, category):
        return self._proposed(category, [])

    @rule(target=lists, category=KINDS, chosen=st.lists(records, min_size=1, max_size=3, unique_by=id))
    def propose(self, category, chosen):
        return self._proposed(category, [record.symbol for record in chosen])

    def _proposed(self, category, names):
        content = self.attempt("archiwista", self.office.records, "propose", category=category, records=names)
        if content is None:
            return multiple()
        self.all_lists.append(content)
        return content

    @rule(target=lists, kinds=st.lists(st.sampled_from(["B", "BE", "Bc"]), min_size=1, unique=True))
    def propose_and_consent(self, kinds):
        made = []
        for kind in kinds:
            content = self.attempt("archiwista", self.office.records, "propose", category=kind)
            if content is not None:
                self.all_lists.append(content)
                made.append(content)
                self.record_consent(content, 0, False)
        return multiple(*made)

    @rule(content=lists, row=st.integers(0, 3), early=st.booleans())
    def record_consent(self, content, row, early):
        day = content.made_on - datetime.timedelta(days=1) if early else self.today
        rows = [row] if row else []
        consent = {"consent_no": "AP.1", "consent_date": day, "excluded": rows, "reason": "Wyłączono"}
        if self.attempt("archiwista", content, "record-consent", **consent):
            assert not early
            self.consents[content.UID()] = day

    @rule(content=lists)
    def record_consent_without_sign(self, content):
        assert self.attempt("archiwista", content, "record-consent", consent_date=self.today) is None

    @rule(content=lists, row=st.integers(0, 3))
    def record_appraisal(self, content, row):
        rows = [row] if row else []
        appraisal = {"appraisal_no": "AP.2", "appraised_on": self.today, "archival": rows}
        if self.attempt("archiwista", content, "record-appraisal", **appraisal):
            self.appraised[content.UID()] = self.today

    @rule(content=lists, row=st.integers(0, 3))
    def record_refusal(self, content, row):
        if self.attempt("archiwista", content, "record-refusal", reason="Odmowa", rows=[row] if row else []):
            self._forget_if_refused(content)

    def _forget_if_refused(self, content):
        if state_of(content) == "refused":
            self.consents.pop(content.UID(), None)

    @rule(content=lists, row=st.integers(1, 3))
    def take_off(self, content, row):
        self.attempt("archiwista", content, "take-off", rows=[row], reason="Pomyłka")

    @rule(content=lists)
    def drop(self, content):
        if self.attempt("archiwista", content, "drop", reason="Nieaktualny"):
            self.consents.pop(content.UID(), None)

    @rule()
    def try_every_list(self):
        for content in self.all_lists:
            self.destroy(content, "archiwista")

    @rule(content=lists, login=st.sampled_from(["archiwista", "archiwista", "pelnomocnik", "manager"]))
    def destroy(self, content, login):
        before = {record.UID(): record.disposal_list for record in self.all_records}
        done = self.attempt(login, content, "destroy")
        assert done is None or login == "archiwista"
        for record in self.all_records:
            if state_of(record) == "disposed" and record.UID() not in self.known_disposed:
                assert done is not None and before[record.UID()] == content.UID()
                self._check_rightly_destroyed(record, content)
                self._check_gone(record)
                self.known_disposed.add(record.UID())
                self.categories_destroyed.add(record.archival_category)

    def _check_rightly_destroyed(self, record, content):
        category = record.archival_category
        assert category != "A"
        assert self.consents[content.UID()] <= self.today
        assert not self.held & {record.UID(), record.series.UID()}
        assert first_day(category, record.closed_on) <= self.today
        number = content.numbers[record.UID()]
        assert number not in content.excluded
        if category.startswith("BE"):
            assert first_day(category, record.closed_on) <= self.appraised[content.UID()] <= self.today

    @rule(content=lists)
    def transfer(self, content):
        self.attempt("archiwista", content, "transfer")

    @rule(content=lists)
    def record_protocol(self, content):
        protocol = {"sign": "AR.1", "commission": ["A. A.", "B. B."], "witnesses": ["C. C."], "method": "wymazanie"}
        self.attempt("archiwista", content, "record-protocol", **protocol)

    @invariant()
    def nothing_else_is_destroyed(self):
        for record in self.all_records:
            is_gone = record.UID() in self.known_disposed
            assert (state_of(record) == "disposed") == is_gone
            assert bool(record.files and record.evidence_of) == (not is_gone)
            assert (record.disposed_on is not None) == is_gone

    @invariant()
    def only_category_a_is_transferred(self):
        for record in self.all_records:
            if state_of(record) == "transferred":
                assert record.archival_category == "A"
                assert first_day("A", record.closed_on) <= self.today

    @invariant()
    def whoever_waits_stands_on_one_living_list(self):
        rows = {}
        for content in self.all_lists:
            for number, row in content.rows.items():
                if content.is_open_row(number) and state_of(content) not in ("dropped", "refused"):
                    assert rows.setdefault(row.record, content.UID()) == content.UID()
        for record in self.all_records:
            waits = state_of(record) == "disposal_pending"
            assert rows.get(record.UID()) == (record.disposal_list if waits else None)

    def _check_gone(self, record):
        assert not (record.files or record.evidence_of or record.searchable_text)
        assert getUtility(ITrail).head(record.UID()).digest == record.stub_digest
        catalog = api.portal.get_tool("portal_catalog")
        assert record.UID() not in {brain.UID for brain in catalog.unrestrictedSearchResults(SearchableText=SECRET)}

    def teardown(self):
        """Everything verifies in the end; the next search begins in an empty archive."""
        broken = list(verify_records()) + list(verify_lists())
        abort()
        assert not broken


@pytest.mark.hypothesis
def test_nothing_is_destroyed_but_by_the_book(office):
    """Whatever the archivist tries, in whatever year."""

    class InThisOffice(Disposal):
        pass

    InThisOffice.office = ArchiveOffice(office)
    InThisOffice.categories_destroyed = set()
    # Each search does more than others do: a list takes many steps to its end.
    searches = max(10, settings.default.max_examples // 2)
    run_state_machine_as_test(InThisOffice, settings=settings(max_examples=searches, stateful_step_count=50))
    assert InThisOffice.categories_destroyed, "No search came to a destruction: it searched for nothing."
