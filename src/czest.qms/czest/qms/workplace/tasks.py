"""What waits for a person, from the catalog alone: who is asked stands in its index (PR-3).

No object is woken but the editions whose remarks wait for the person.
"""

from AccessControl import getSecurityManager
from czest.qms.disposal import duties as disposal
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules.access import ALL_STAFF_GROUP
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.organisation import deputy_group
from czest.qms.publication import tasks as publications
from czest.qms.publication.duties import duties_of
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.register.catalog_sets import CatalogSets
from czest.qms.remarks import waiting as remarks
from czest.qms.workflows import drifting as workflows
from czest.qms.workplace import rules
from czest.qms.workplace.waiting import symbol_of
from czest.qms.workplace.waiting import Waiting
from dataclasses import asdict
from dataclasses import dataclass
import datetime
from functools import cached_property
from plone import api
from zope.component import getUtility


#: State of an edition → operation by which the person carries it on.
OPERATIONS = {
    "draft": "submit",
    "in_agreement": "answer-agreement",
    "in_formal_check": "end-formal-check",
    "in_review": "review",
    "pending_approval": "approve",
}
#: Operation of an author when all have answered whom he asked for agreement.
ALL_ANSWERED = "end-agreement"
#: Operation of the quality officer where nobody can act.
UNBLOCK = "reassign"
#: Operation → page below the edition, where that is not the page of the operation.
PAGES = {
    "submit": "",
    ALL_ANSWERED: "",
    remarks.OPERATION: "#uwagi",
    publications.DECIDE: "/@@publication-review",
    publications.REPLACE: "/@@publication-review",
    publications.TAKE_OFF: "/@@unpublish",
    publications.CORRECT: "/@@publication-review",
}


@dataclass(frozen=True)
class Task:
    """One edition that waits for somebody, or a duty without a document.

    Parameters:
        uid: of the edition, or another id, unique among the tasks.
        url: address of the edition, or of where the duty is done.
        symbol, title, number: of the document and the edition; of a duty only the title is there.
        operation: id of the operation that is asked for.
        since: day since which it waits, or None.
        due: last day, or None.
        on_behalf_of: login of the person represented, or None.
        remarks: how many remarks wait for an answer; None where the task is something else.
    """

    uid: str
    url: str
    symbol: str
    title: str
    number: str
    operation: str
    since: datetime.date | None
    due: datetime.date | None
    on_behalf_of: str | None = None
    remarks: int | None = None

    @property
    def page(self):
        """Address where the task is done."""
        if not self.symbol:
            return self.url
        return self.url + PAGES.get(self.operation, f"/@@operation/{self.operation}")

    def urgency(self, today):
        """Return how urgent the task is: ``late``, ``soon``, ``later`` or ``open``."""
        return rules.urgency(self.due, today)


class Tasks:
    """The tasks of a person.

    Parameters:
        user: the person; who is signed in by default.
    """

    def __init__(self, user=None):
        self.user = user or getSecurityManager().getUser()
        self.sets = CatalogSets(api.portal.get_tool("portal_catalog"), self.user)

    @property
    def count(self):
        """How many there are."""
        found_at_once = (self.records, self._stranded, self._remarks, self._duties)
        return sum(map(len, found_at_once)) + self._publication_count

    def all(self):
        """Return the tasks, the oldest deadline first, then those without one by how long they wait."""
        own = [self._task(brain, self._operation(brain)) for brain in self.sets.brains(self.records)]
        stranded = [self._task(brain, UNBLOCK) for brain in self._stranded]
        duties = map(_task_of_duty, self._duties)
        return sorted((*own, *stranded, *self._remarks, *self._publications, *duties), key=rules.order)

    @cached_property
    def _duties(self):
        """What the person has to do in the bulletin and in the archive besides deciding on documents."""
        return [*duties_of(self.user), *disposal.duties_of(self.user, self.sets), *workflows.duties_of(self.user)]

    @cached_property
    def _remarks(self):
        """The editions whose remarks wait for the person's answer."""
        return [Task(**asdict(each)) for each in remarks.tasks_for(self.user, self.sets)]

    @property
    def _is_bip_editor(self):
        return bool(self.user.has_permission(EDITOR_PERMISSION, api.portal.get()))

    @property
    def _publication_count(self):
        return publications.count_for(self.user.getId()) if self._is_bip_editor else 0

    @property
    def _publications(self):
        """The publications that wait for a BIP editor."""
        found = publications.tasks_for(self.user.getId(), self.sets) if self._is_bip_editor else ()
        return [Task(**asdict(each)) for each in found]

    @cached_property
    def _stranded(self):
        """The editions for which nobody can act today: a task of the quality officer."""
        is_officer = getSecurityManager().checkPermission(OFFICER_PERMISSION, api.portal.get())
        return Waiting().stranded() if is_officer else []

    @cached_property
    def records(self):
        """The records of the editions that the person, or whom he represents, has to carry on."""
        principals = [self.user.getId(), *self.user.getGroups()]
        waiting = self.sets.matching("waiting_for", [name for name in principals if name and name != ALL_STAFF_GROUP])
        permitted = self.sets.permitted(waiting)
        return self.sets.without(permitted, "not_waiting_for", self.user.getId())

    def _operation(self, brain):
        """Return the operation by which the person carries an edition on."""
        operation = OPERATIONS[brain.review_state]
        if operation == "answer-agreement" and self.user.getId() in self._asked(brain):
            # Units and posts are asked by their groups; by name an edition waits for its authors alone.
            return ALL_ANSWERED
        return operation

    def _asked(self, brain):
        """Return the logins and groups for whom an edition waits."""
        return set(self.sets.index("waiting_for").documentToKeyMap()[brain.getRID()])

    def _task(self, brain, operation):
        return Task(
            brain.UID,
            brain.getURL(),
            symbol_of(brain),
            brain.Title,
            brain.edition_number,
            operation,
            rules.day(brain.state_since),
            rules.day(brain.stage_due),
            None if operation == UNBLOCK else self._represented(brain),
        )

    def _represented(self, brain):
        """Return the login of the person for whom the task would be done, None where it is one's own."""
        asked = self._asked(brain)
        if asked & self._own:
            return None
        return next((login for login, groups in self._others.items() if asked & groups), None)

    @cached_property
    def _own(self):
        directory = getUtility(IDirectory)
        return {self.user.getId(), *directory.group_ids(self.user.getId())}

    @cached_property
    def _others(self):
        """Return ``{login of a person represented: the groups of his deputies}``."""
        directory = getUtility(IDirectory)
        return {
            deputyship.person: {
                deputy_group(principal, kind)
                for principal in (deputyship.person, *directory.group_ids(deputyship.person))
                for kind in deputyship.kinds or (None,)
            }
            for deputyship in directory.represented_by(self.user.getId())
        }


def _task_of_duty(duty):
    address = f"{api.portal.get().absolute_url()}/{duty.page}"
    return Task(duty.id, address, "", duty.title, "", duty.operation, duty.since, duty.due)
