"""The register of documents: what it lists, and the running editions beside its rows."""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import union
from czest.qms.documents.kinds import kinds
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.register.answers import RegisterAnswer
from functools import cached_property


#: Scopes told by the state of the document.
SCOPE_STATES = {"in-force": "in_force", "not-in-force": "withdrawn"}


class Answer(RegisterAnswer):
    """What the register of documents answers to one person; no document or edition is woken."""

    FILTER_INDEXES = {
        "kind": "portal_type",
        "unit": "owner_unit",
        "process": "process",
        "state": "review_state",
        "openness": "openness",
    }
    SORT_INDEXES = {
        "symbol": "sort_symbol",
        "title": "sort_title",
        "owner_unit": "owner_unit",
        "in_force_from": "in_force_from",
        "openness": "openness",
        "state": "review_state",
        "kind": "portal_type",
    }

    @cached_property
    def listed(self):
        """All documents the person may see."""
        return self.sets.permitted(self.sets.matching("portal_type", list(kinds())))

    @cached_property
    def running(self):
        """All running editions the person may know of."""
        editions = self.sets.matching("portal_type", "Edition")
        return self.sets.permitted(self.sets.narrowed(editions, "review_state", sorted(OPEN_STATES)))

    @cached_property
    def scopes(self):
        found = {scope: self.sets.narrowed(self.listed, "review_state", state) for scope, state in SCOPE_STATES.items()}
        documents_of = list(self.sets.values("document_uid", self.running))
        found["in-preparation"] = self.sets.narrowed(self.listed, "UID", documents_of)
        without_edition = self.sets.narrowed(self.listed, "review_state", "draft")
        found["in-preparation"] = union(found["in-preparation"], without_edition)
        found["all"] = self.listed
        return found

    def running_editions(self, brains):
        """Return ``{UID of document: brain}`` of the running editions of some documents."""
        uids = [brain.UID for brain in brains]
        editions = self.sets.narrowed(self.running, "document_uid", uids) if uids else IISet()
        return {brain.document_uid: brain for brain in self.sets.brains(editions)}
