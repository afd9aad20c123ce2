"""The templates of routes: the persistent local utility that keeps them."""

from BTrees.OOBTree import OOBTree
import contextlib
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.interfaces import RouteTemplatesChanged
from czest.qms.approval.rules.template_checks import Surroundings
from czest.qms.approval.rules.template_checks import template_problems
from czest.qms.documents.kinds import kinds
from czest.qms.jobs.transactions import roll_back
from czest.qms.language.collation import sort_key
from czest.qms.operations.errors import OperationRefused
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.rules.model import fold
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
import itertools
from persistent import Persistent
import re
import transaction
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory


ADDED, CHANGED, REMOVED = "add-route-template", "change-route-template", "remove-route-template"

#: Longest id made from a title.
ID_LENGTH = 60
#: Longest reason of a change, in characters.
REASON_LENGTH = 2000


@implementer(IRouteTemplates)
class RouteTemplates(Persistent):
    """See :class:`IRouteTemplates`. Templates are immutable and few, so they lie in one small tree."""

    def __init__(self):
        self._templates = OOBTree()

    def templates(self):
        return sorted(self._templates.values(), key=lambda template: (sort_key(template.title), template.id))

    def template(self, template_id):
        return self._templates[template_id]

    def free_id(self, title):
        stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:ID_LENGTH].strip("-") or "szablon"
        names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        return next(name for name in names if name not in self._templates)

    def put(self, template, reason=""):
        problems = reason_problems(reason) + template_problems(template, self.templates(), surroundings())
        if problems:
            raise Refused(problems)
        before = self._templates.get(template.id)
        if before == template:
            return
        with whole():
            self._templates[template.id] = template
            notify(RouteTemplatesChanged(ADDED if before is None else CHANGED, template, reason))

    def remove(self, template_id, reason=""):
        problems = reason_problems(reason)
        if problems:
            raise Refused(problems)
        with whole():
            notify(RouteTemplatesChanged(REMOVED, self._templates.pop(template_id), reason))


@contextlib.contextmanager
def whole():
    """Keep nothing of a change that is refused on its way, not even where the page of the refusal is committed."""
    savepoint = transaction.savepoint(optimistic=True)
    try:
        yield
    except OperationRefused:
        roll_back(savepoint)
        raise


def reason_problems(reason):
    """Return what is wrong with the reason of a change, which may be empty, as a list."""
    if not isinstance(reason, str):
        return [Problem("reason", "wrong_type")]
    return [Problem("reason", "too_long", {"limit": REASON_LENGTH})] if len(reason) > REASON_LENGTH else []


def surroundings():
    """Return what there is in the office and in the site, for the checks."""
    processes = getUtility(IVocabularyFactory, "czest.qms.Processes")(None)
    return Surroundings(
        getUtility(IDirectory).organisation(),
        frozenset(kinds()),
        frozenset(term.value for term in processes),
        account_exists,
    )
