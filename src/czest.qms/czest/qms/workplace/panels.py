"""What the home page lists, from the catalog alone: new in force, coming into force, mine."""

from AccessControl import getSecurityManager
from czest.qms.appearance.states import plate
from czest.qms.documents.kinds import kinds
from czest.qms.documents.rules.lifecycle import STATES_BEFORE_ROUTE
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.register.catalog_sets import for_current_user
from czest.qms.register.wording import day_of
from czest.qms.register.wording import since
import datetime
from functools import cached_property
from urllib.parse import urlencode


#: Rows of a panel; the rest is a click away in the register.
SHOWN = 5
SHOWN_MINE = 8

#: States of an edition that somebody has to carry on.
IN_WORK = (*STATES_BEFORE_ROUTE, *SIGNED_IN)


class Panels:
    """The panels of the person signed in; each row is a dict with ``symbol``, ``title`` and ``url``, and its facts."""

    def __init__(self):
        self.sets = for_current_user()

    def new_in_force(self):
        """Return the documents that came into force last, with ``edition``, ``day`` and ``changes``: an address, or None."""
        documents = self.sets.narrowed(self._documents, "review_state", "in_force")
        newest = self.sets.ordered(documents, "in_force_from", "sort_symbol", True, SHOWN)
        return [
            {
                "symbol": brain.symbol,
                "title": brain.Title,
                "url": brain.getURL(),
                "edition": brain.edition_number,
                "day": day_of(brain.in_force_from),
                "changes": self._address_of_changes(brain),
            }
            for brain in self.sets.brains(newest)
        ]

    def _address_of_changes(self, brain):
        """Return where the edition in force is compared with the one before it, None where there is no such."""
        past = self.sets.narrowed(self._editions, "review_state", "superseded")
        earlier = self.sets.permitted(self.sets.narrowed(past, "document_uid", brain.UID))
        return f"{brain.getURL()}/@@compare?{urlencode({'to': brain.edition_number})}" if earlier else None

    def coming_into_force(self):
        """Return the approved editions that wait for their day, the nearest first, with ``plate``."""
        approved = self.sets.narrowed(self._editions, "review_state", "approved")
        brains = self.sets.brains(self.sets.permitted(approved))
        brains.sort(key=lambda brain: (brain.effective_from, brain.getPath()))
        return [
            {**_edition(brain), "plate": plate("approved", since=_date(brain.effective_from))}
            for brain in brains[:SHOWN]
        ]

    def mine(self):
        """Return what the person works on by name, the longest waiting first.

        Editions in work have ``edition``, ``plate`` and ``since``; documents registered without any edition yet have
        ``edition`` None.
        """
        editions = self._mine(self.sets.narrowed(self._editions, "review_state", list(IN_WORK)))
        oldest = self.sets.ordered(editions, "state_since", "state_since", False, SHOWN_MINE)
        found = [
            {
                **_edition(brain),
                "edition": brain.edition_number,
                "plate": plate(brain.review_state),
                "since": since(brain.state_since),
            }
            for brain in self.sets.brains(oldest)
        ]
        return found + self._without_edition()[: SHOWN_MINE - len(found)]

    def _without_edition(self):
        drafts = self._mine(self.sets.narrowed(self._documents, "review_state", "draft"))
        all_open = self.sets.narrowed(self._editions, "review_state", [*IN_WORK, "approved"])
        begun = self.sets.values("document_uid", all_open)
        return [
            {
                "symbol": brain.symbol,
                "title": brain.Title,
                "url": brain.getURL(),
                "edition": None,
                "plate": plate("draft"),
                "since": "",
            }
            for brain in self.sets.brains(self.sets.ordered(drafts, "sort_symbol", "sort_symbol", False, len(drafts)))
            if brain.UID not in begun
        ]

    @cached_property
    def _documents(self):
        return self.sets.permitted(self.sets.matching("portal_type", list(kinds())))

    @cached_property
    def _editions(self):
        """All editions, whoever may see them."""
        return self.sets.matching("portal_type", "Edition")

    def _mine(self, records):
        """Return the records that the person may see by his own name: as an author, reviewer, approver or registrar.

        What he may see by a group, such as the authors of his unit, is the work of others.
        """
        login = getSecurityManager().getUser().getId()
        return self.sets.narrowed(records, "allowedRolesAndUsers", [f"user:{login}"])


def _edition(brain):
    """Return symbol, title and address of an edition; the last part but one of its path is the symbol."""
    return {"symbol": brain.getPath().split("/")[-2], "title": brain.Title, "url": brain.getURL()}


def _date(stored):
    return datetime.date.fromisoformat(stored) if stored else None
