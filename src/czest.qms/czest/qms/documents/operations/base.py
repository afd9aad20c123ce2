"""What the operations on documents and editions share."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.documents.rules import lifecycle
from czest.qms.documents.schema import IEdition
from czest.qms.operations.base import Operation
from plone import api


#: Permission of the quality officer over documents.
OFFICER_PERMISSION = "czest.qms: Amend control data"


def is_officer(content):
    """Tell whether the current person is the quality officer for this object."""
    return api.user.has_permission(OFFICER_PERMISSION, obj=content)


class EditionOperation(Operation):
    """An operation on an edition whose state must allow it; ``rules.lifecycle`` says which states do."""

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        if cls.id in lifecycle.EDITION_LIFE:
            cls.possible_in = lifecycle.EDITION_LIFE[cls.id].sources

    @property
    def document(self):
        """The document of the edition."""
        return self.context.document

    def state_refusal(self):
        present = state_of(self.context)
        if self.possible_in is None or present in self.possible_in:
            return None
        return _(
            "Not possible now: edition ${number} is in the state ${state}.",
            mapping={"number": self.context.number, "state": state(present).word},
        )

    def label_of(self, name):
        return IEdition[name].title if name in IEdition else None


#: State of a document → why something cannot be done in it.
REFUSALS = {
    "draft": _("Not possible: nothing of this document is in force yet."),
    "withdrawn": _("Not possible: the document has been withdrawn."),
}


class DocumentOperation(Operation):
    """An operation on a document whose state must allow it; ``rules.lifecycle`` says which states do."""

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        if cls.id in lifecycle.DOCUMENT_LIFE:
            cls.possible_in = lifecycle.DOCUMENT_LIFE[cls.id].sources

    def state_refusal(self):
        present = state_of(self.context)
        return None if self.possible_in is None or present in self.possible_in else REFUSALS[present]

    def open_edition_refusal(self):
        """Return why an open edition stands in the way, or None."""
        edition = self.context.open_edition()
        if edition is None:
            return None
        return _(
            "Not possible now: edition ${number} is being worked on (${state}).",
            mapping={"number": edition.number, "state": state(state_of(edition)).word},
        )
