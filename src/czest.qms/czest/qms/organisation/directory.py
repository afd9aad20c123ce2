"""The directory of the organisation: the persistent local utility that keeps it."""

from AccessControl import getSecurityManager
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.interfaces import OrganisationChanged
from czest.qms.organisation.questions import Questions
from czest.qms.organisation.rules import changes
from czest.qms.organisation.rules import checks
from czest.qms.organisation.rules.model import Deputyship
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from persistent import Persistent
from zope.event import notify
from zope.interface import implementer


@dataclass(frozen=True)
class LogEntry:
    """One change: aware UTC time, login of who made it ('' for none), code of the change, the record after it."""

    time: datetime
    actor: str
    change: str
    record: object


@implementer(IDirectory)
class Directory(Questions, Persistent):
    """See :class:`IDirectory`.

    Records are immutable and lie in the buckets of BTrees, some thirty to a database object, so that a whole
    office loads in a few dozen reads. They are held in memory as one ``Organisation`` per connection, rebuilt
    when ``revision`` says that somebody changed something: asking for rights on every request costs microseconds.
    """

    def __init__(self):
        self.revision = 0
        self._units = OOBTree()
        self._posts = OOBTree()
        self._tenures = IOBTree()
        self._deputyships = IOBTree()
        self._log = IOBTree()

    def organisation(self):
        revision, organisation = getattr(self, "_v_organisation", (None, None))
        if revision != self.revision:
            organisation = Organisation(
                self._units.values(), self._posts.values(), self._tenures.values(), self._deputyships.values()
            )
            self._v_organisation = (self.revision, organisation)
        return organisation

    # Units

    def units(self):
        return [unit for _depth, unit in self.organisation().tree()]

    def unit(self, symbol):
        return self.organisation().units[symbol]

    def add_unit(self, symbol, title, parent=None):
        if symbol in self._units:
            raise Refused([Problem("symbol", "unit_exists", {"unit": symbol})])
        self._put_unit("add_unit", Unit(symbol, title, parent))

    def change_unit(self, symbol, title, parent=None):
        self._put_unit("change_unit", replace(self.unit(symbol), title=title, parent=parent))

    def remove_unit(self, symbol):
        unit = self.unit(symbol)
        changes.require(checks.unit_removal_problems(self.organisation(), symbol))
        del self._units[symbol]
        del self.organisation().units[symbol]
        self._changed("remove_unit", unit)

    def _put_unit(self, change, unit):
        changes.put_unit(self.organisation(), unit)
        self._units[unit.symbol] = unit
        self._changed(change, unit)

    # Posts

    def posts(self):
        organisation = self.organisation()
        return [post for unit in self.units() for post in organisation.posts_in(unit.symbol)]

    def post(self, post_id):
        return self.organisation().posts[post_id]

    def add_post(self, post_id, title, unit, head=False, entitlements=()):
        if post_id in self._posts:
            raise Refused([Problem("id", "post_exists", {"post": post_id})])
        self._put_post("add_post", Post(post_id, title, unit, head, frozenset(entitlements)))

    def change_post(self, post_id, title, unit, head=False, entitlements=()):
        self.post(post_id)
        self._put_post("change_post", Post(post_id, title, unit, head, frozenset(entitlements)))

    def remove_post(self, post_id):
        post = self.post(post_id)
        changes.require(checks.post_removal_problems(self.organisation(), post_id))
        del self._posts[post_id]
        del self.organisation().posts[post_id]
        self._changed("remove_post", post)

    def _put_post(self, change, post):
        self._require_others_rights(post)
        changes.put_post(self.organisation(), post)
        self._posts[post.id] = post
        self._changed(change, post)

    # Tenures

    def appoint(self, login, post_id, start, until=None):
        tenure = Tenure(_next_number(self._tenures), login, post_id, start, until)
        self._put_tenure("appoint", tenure)
        return tenure

    def end_tenure(self, tenure_id, until):
        tenure = self._tenures[tenure_id]
        if _annuls(tenure, until):
            del self._tenures[tenure_id]
            self.organisation().drop_tenure(tenure_id)
            self._changed("annul_tenure", tenure)
        else:
            self._put_tenure("change_tenure", replace(tenure, until=until))

    def _put_tenure(self, change, tenure):
        self._require_others_rights(tenure)
        changes.put_tenure(self.organisation(), tenure)
        self._tenures[tenure.id] = tenure
        self._changed(change, tenure)

    # Deputies

    def appoint_deputy(self, person, deputy, start, until, mandate, kinds=()):
        number = _next_number(self._deputyships)
        deputyship = Deputyship(number, person, deputy, start, until, mandate, frozenset(kinds))
        self._put_deputyship("appoint_deputy", deputyship)
        return deputyship

    def end_deputy(self, deputyship_id, until):
        deputyship = self._deputyships[deputyship_id]
        if _annuls(deputyship, until):
            del self._deputyships[deputyship_id]
            self.organisation().drop_deputyship(deputyship_id)
            self._changed("annul_deputy", deputyship)
        else:
            self._put_deputyship("end_deputy", replace(deputyship, until=until))

    def deputyships(self):
        return sorted(
            self._deputyships.values(), key=lambda deputyship: (deputyship.start, deputyship.id), reverse=True
        )

    def _put_deputyship(self, change, deputyship):
        self._require_others_rights(deputyship)
        changes.put_deputyship(self.organisation(), deputyship)
        self._deputyships[deputyship.id] = deputyship
        self._changed(change, deputyship)

    # All together

    def apply(self, steps):
        # Before the first step, so that a refusal leaves nothing half done.
        for change in steps:
            self._require_others_rights(change.record)
        for change in steps:
            self._apply(change.kind, change.record)

    def log(self):
        return list(reversed(self._log.values()))

    def _apply(self, kind, record):
        if kind in ("add_unit", "change_unit"):
            self._put_unit(kind, record)
        elif kind in ("add_post", "change_post"):
            self._put_post(kind, record)
        elif kind == "appoint":
            self.appoint(record.login, record.post, record.start, record.until)
        else:
            self._put_tenure(kind, record)

    def _require_others_rights(self, record):
        changes.require(checks.own_rights_problems(self.organisation(), _actor(), record))

    def _changed(self, change, record):
        """Note a change: whoever holds an older picture of the organisation builds a new one.

        This connection has brought its own picture up to date, or an import would build it for every row.
        """
        organisation = self.organisation()
        self.revision += 1
        self._v_organisation = (self.revision, organisation)
        self._log[_next_number(self._log)] = LogEntry(clock.now(), _actor(), change, record)
        notify(OrganisationChanged(change, record))


def _actor():
    """Return the login of the person who acts; empty for the system itself."""
    return getSecurityManager().getUser().getId() or ""


def _annuls(record, until):
    """Tell whether ending on this day undoes an appointment that has given no past day of rights."""
    return until is not None and until < record.start and record.start >= clock.today()


def _next_number(tree):
    return tree.maxKey() + 1 if tree else 1
