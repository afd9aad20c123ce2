"""An office in which an object stands in every state of every workflow, and who everybody is to each of them."""

from czest.qms import clock
from czest.qms.disposal import work
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.optional_states import AGREEMENT
from czest.qms.documents.rules.optional_states import FORMAL_CHECK
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations import gate
from czest.qms.operations import roles
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from support.archive_office import ArchiveOffice
from support.office import file_named
from support.office import Office
from support.optional_states import turn_on
from support.people import add_account
from support.people import POSTS
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.component import getUtility


#: People beside those of ``support.people``, as there: an author of a third unit, and an approver whom nobody asks.
OTHERS = {
    "autor3": ("inspektor-it", "Inspektor ds. systemów", "IT", False, ("author",)),
    "naczelnik-it": ("naczelnik-it", "Naczelnik Wydziału Informatyki", "IT", True, ()),
    "zastepca": ("zastepca-prezydenta", "Zastępca Prezydenta", "PJ", False, ("approver",)),
}
PEOPLE = (*POSTS, *OTHERS, "administrator", "manager")

LONG_AGO = datetime.date(1990, 1, 1)
#: ``(portal type, transition, operation)`` of every transition that was made.
MADE = set()
#: ``(portal type, operation)`` → logins of those who got a letter about it, of every operation that was asked for.
TOLD = {}


@adapter(IAfterTransitionEvent)
def note_transition(event):
    """Note which operation made which transition."""
    if event.transition is not None:
        MADE.add((event.object.portal_type, event.transition.id, gate.open_for()))


def live(portal):
    """Let an office live until an object stands in every state."""
    for login, (post, title, unit, head, entitlements) in OTHERS.items():
        directory = getUtility(IDirectory)
        directory.add_post(post, title, unit, head, entitlements)
        directory.appoint(login, post, datetime.date(2015, 1, 1))
        add_account(login, title)
    listeners = getGlobalSiteManager()
    listeners.registerHandler(note_transition)
    try:
        lives = Lives(WatchedOffice(portal))
        lives.documents()
        lives.way_back()
        lives.records()
        lives.lists()
        lives.long_lists()
    finally:
        listeners.unregisterHandler(note_transition)


#: States of an edition before its route begins, where the office has turned the optional ones on.
BEFORE_ROUTE = frozenset({"draft", "in_agreement", "in_formal_check"})


def live_in_optional_states(portal):
    """Turn the optional states on and leave an edition in each."""
    for pattern in (AGREEMENT, FORMAL_CHECK):
        turn_on(pattern)
    office = Office(portal)
    until = clock.today() + datetime.timedelta(days=7)
    edition = office.draft(office.register(owner_unit="IT"))
    office.do("autor", edition, "begin-agreement", asked=["unit:OR"], until=until)
    office.do("autor", office.draft(office.register(owner_unit="IT")), "begin-formal-check")


class WatchedOffice(Office):
    """An office that notes whom each operation tells."""

    def do(self, login, content, operation_id, **data):
        portal_type, before = content.portal_type, self.letters()
        changed = super().do(login, content, operation_id, **data)
        told = {recipient for key, recipient in self.letters().items() if key not in before}
        TOLD.setdefault((portal_type, operation_id), set()).update(told)
        return changed

    def letters(self):
        """Return the letters that wait, ``{key: login of the recipient}``."""
        return {key: message.letter.recipient for key, message in getUtility(IOutbox)._messages.items()}


class Lives:
    """What happens in the office.

    Parameters:
        office: the office.
    """

    def __init__(self, office):
        self.office = office
        self.archive = ArchiveOffice(office)
        self.document = lambda: office.register(owner_unit="IT")

    def documents(self):
        """Leave an edition in every state of its life, and a document without any."""
        office, document = self.office, self.document
        with_remark = document()
        office.draft(document())
        office.submitted(document())
        office.reviewed(document())
        office.approved(document())
        edition = office.in_force(with_remark)
        office.do("pracownik", with_remark, "propose-change", proposal="Brak adresu e-Doręczeń")
        office.do("pelnomocnik", with_remark, "amend-control-data", openness="bip", reason="Jawny")
        office.do("autor", edition, "request-publication", **self.request())
        renewed = document()
        office.in_force(renewed)
        office.in_force(renewed)
        asking = office.in_force(document())
        office.do("pelnomocnik", asking.document, "amend-control-data", openness="bip", reason="Jawny")
        office.do("pelnomocnik", office.in_force(document()).document, "withdraw", reason="Zbędny")
        document()
        act = office.record_act("k.1.2026")
        office.do("pelnomocnik", act, "enact", editions=[office.approved(document()).UID()])
        office.do(
            "pelnomocnik",
            office.library,
            "take-over",
            type="Procedure",
            symbol="PS-77",
            number="3",
            title="Przejęta",
            owner_unit="IT",
            effective_from=datetime.date(2020, 1, 2),
            source_file=file_named("stara.txt"),
            approved_by="Sekretarz Miasta",
        )

    def request(self):
        return {
            "produced_on": clock.today(),
            "responsible_name": "Anna Przykładowa",
            "responsible_post": "Naczelnik",
            "bip_until": clock.today().replace(year=clock.today().year + 5),
        }

    def way_back(self):
        """Lead editions back by every way there is."""
        office = self.office
        office.do("sprawdzajacy", office.submitted(self.document()), "return", reason="Literówka")
        office.do("autor", office.submitted(self.document()), "retract")
        rewound = office.reviewed(self.document())
        office.do("pelnomocnik", rewound, "rewind", stage="1", reason="Nowe okoliczności")
        office.do("pelnomocnik", office.approved(self.document()), "revoke-approval", reason="Pomyłka")

    def records(self):
        """Leave a record in every state, and series that are open and closed."""
        archive, office = self.archive, self.office
        held = archive.record()
        archive.hold(held)
        archive.hold(held.series)
        archive.lift(held.series)
        for asks in (False, True):
            record = archive.record()
            openness = {"openness": "bip", "openness_basis": "udip-6-1-4-a"}
            office.do("pelnomocnik", record, "amend-openness", reason="Jawny", **openness)
            if asks:
                office.do("pracownik", record, "request-publication", **self.request())
        archive.record(closed_on=None)
        office.do("pracownik", archive.record(closed_on=None), "file", closed_on=clock.today())
        values = {"title": "Protokoły", "owner_unit": "OR", "jrwa_class": "2110"}
        archive.hold(office.do("pelnomocnik", archive.records, "make-series", **values))
        closed = office.do("pelnomocnik", archive.records, "make-series", **values)
        office.do("pelnomocnik", closed, "close-series", reason="Koniec")
        office.do("pelnomocnik", closed, "reopen-series", reason="Pomyłka")
        office.do("pelnomocnik", closed, "close-series", reason="Koniec")

    def lists(self):
        """Leave a disposal list in every state but those of long lists."""
        archive = self.archive
        consent = {"consent_no": "AP.620.7.2026", "consent_date": clock.today()}
        archive.proposed()
        self.signed()
        self.requested()
        archive.consented()
        two = [archive.record(), archive.record()]
        archive.do(archive.proposed(*two), "record-consent", excluded=[2], reason="Materiał archiwalny", **consent)
        two = [archive.record(), archive.record()]
        archive.do(archive.consented(*two), "record-refusal", rows=[2], reason="Materiał archiwalny")
        archive.do(archive.proposed(), "record-refusal", reason="Brak opisu")
        archive.do(archive.consented(), "destroy")
        closed = archive.consented()
        archive.do(closed, "destroy", method="wymazanie", commission=["A. A.", "B. B."], witnesses=["C. C."])
        archive.do(closed, "record-protocol", sign="AR.1")
        archive.do(archive.proposed(), "take-off", rows=[1], reason="Pomyłka")
        archive.do(archive.proposed(), "drop", reason="Pomyłka")
        archive.do(self.of_category_a(), "transfer")
        self.of_category_a()
        archive.proposed(archive.record("BE5"), category="BE")

    def signed(self):
        content = self.archive.proposed()
        return self.archive.do(content, "sign", place="Częstochowa")

    def requested(self):
        request = {"basis": "JRWA z 2011 r.", "records_are": "elektroniczna", "is_declared": True}
        return self.archive.do(self.signed(), "send-request", **request)

    def of_category_a(self):
        record = self.archive.record("A", closed_on=LONG_AGO)
        return self.archive.proposed(record, category="A")

    def long_lists(self):
        """Leave lists in the states in which a job goes on with them: as if one record were too many at once."""
        archive, usual = self.archive, work.AT_ONCE
        consented, transfer = archive.consented(), self.of_category_a()
        work.AT_ONCE = 0
        try:
            archive.proposed()
            archive.do(consented, "destroy")
            archive.do(transfer, "transfer")
        finally:
            work.AT_ONCE = usual


def words_of(login, content):
    """Return the words by which operations name a person, as he stands to an object of this office.

    Parameters:
        login: one of PEOPLE.
        content: an object made by :class:`Lives`.
    """
    entitlements = {**POSTS, **OTHERS}.get(login, (None,) * 5)[4] or ()
    known = {
        "author": roles.AUTHOR_BY_POST,
        "quality_officer": roles.OFFICER,
        "bip_editor": roles.BIP_EDITOR,
        "archivist": roles.ARCHIVIST,
        "auditor": roles.AUDITOR,
    }
    found = {roles.STAFF, *(known[one] for one in entitlements if one in known)}
    return found | _OF_TYPE.get(content.portal_type, lambda _login, _content: set())(login, content)


def _of_edition(login, edition):
    is_asked = state_of(edition) == "in_agreement" and {**POSTS, **OTHERS}.get(login, (None,) * 3)[2] == "OR"
    return ({roles.ASKED} if is_asked else set()) | {
        "autor": {roles.AUTHOR} if edition.authors else set(),
        "autor3": {roles.OWNER},
        "naczelnik-it": {roles.OWNER},
        "sprawdzajacy": {roles.REVIEWER} if edition.reviewers else set(),
        "zatwierdzajacy": {roles.APPROVER} if edition.approvers else set(),
    }.get(login, set())


def _of_document(login, document):
    """Before there is an edition the registrar is the author; afterwards those of the edition that is worked on."""
    edition = document.open_edition()
    if edition is not None:
        return _of_edition(login, edition)
    if login == "autor":
        return set() if document.editions() else {roles.AUTHOR}
    return {roles.OWNER} if login in ("autor3", "naczelnik-it") else set()


def _of_unit(login, content):
    found = {roles.UNIT_STAFF} if {**POSTS, **OTHERS}.get(login, (None,) * 3)[2] == "OR" else set()
    return found | ({roles.AUTHOR} if login == "pracownik" else set())


_OF_TYPE = {
    "Edition": _of_edition,
    "Procedure": _of_document,
    "Record": _of_unit,
    "RecordSeries": _of_unit,
}

#: Word → logins of those whom it may mean in this office when a letter is sent.
RECIPIENTS = {
    roles.ASKED_NEXT: {"sprawdzajacy", "zatwierdzajacy"},
    roles.AUTHOR: {"autor"},
    roles.BIP_EDITOR: {"redaktor-bip"},
}

#: Word → role of the definitions, where it gives one.
ROLES = {
    roles.STAFF: "Reader",
    roles.AUTHOR: "Editor",
    roles.OWNER: "Editor",
    roles.UNIT_STAFF: "Contributor",
    roles.REVIEWER: "Reviewer",
    roles.APPROVER: "Approver",
    roles.OFFICER: "Quality Officer",
    roles.BIP_EDITOR: "BIP Editor",
    roles.ARCHIVIST: "Archivist",
    roles.AUDITOR: "Auditor",
}
#: States in which nobody writes or signs an edition any more.
OVER = frozenset({"in_force", "superseded", "withdrawn"})


def roles_of(login, content):
    """Return the roles that a person has on an object of this office by what he is to it (DESIGN §4)."""
    words = words_of(login, content) - _without_role(content)
    found = {ROLES[word] for word in words if word in ROLES}
    return found | {"administrator": {"Site Administrator"}, "manager": {"Manager"}}.get(login, set())


def _without_role(content):
    """Return the words that give no role now.

    A route begins with the submission, and ends with the day on which the edition comes into force. A record that is
    open to its unit is kept by the unit.
    """
    if content.portal_type == "Record":
        return {roles.AUTHOR}
    edition = content.open_edition() if content.portal_type == "Procedure" else content
    if edition is None or edition.portal_type != "Edition":
        return set()
    if state_of(edition) in OVER:
        return {roles.AUTHOR, roles.REVIEWER, roles.APPROVER}
    return {roles.REVIEWER, roles.APPROVER} if state_of(edition) == "draft" else set()


def history(content):
    """Return the ids of the transitions that an object has gone through."""
    return [entry["action"] for entries in content.workflow_history.values() for entry in entries if entry["action"]]


def objects(portal_type, most=3):
    """Return objects of a type in every state in which there are any, the oldest first.

    Parameters:
        most: so many in each state.
    """
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=portal_type, sort_on="created")
    by_state = {}
    for brain in brains:
        by_state.setdefault(brain.review_state, []).append(brain)
    return [brain._unrestrictedGetObject() for found in by_state.values() for brain in found[:most]]
