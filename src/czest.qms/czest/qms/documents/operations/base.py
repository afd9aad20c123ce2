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
    """An operation on an edition whose state must allow it."""

    @property
    def document(self):
        """The document of the edition."""
        return self.context.document

    def is_possible(self):
        """Tell whether the state of the edition allows the operation."""
        return lifecycle.is_possible(self.id, state_of(self.context))

    def state_refusal(self):
        if self.is_possible():
            return None
        return _(
            "Not possible now: edition ${number} is in the state ${state}.",
            mapping={"number": self.context.number, "state": state(state_of(self.context)).word},
        )

    def label_of(self, name):
        return IEdition[name].title if name in IEdition else None


class DocumentOperation(Operation):
    """An operation on a document."""

    def withdrawn_refusal(self):
        """Return why nothing can be done to a withdrawn document, or None."""
        if state_of(self.context) == "withdrawn":
            return _("Not possible: the document has been withdrawn.")
        return None

    def open_edition_refusal(self):
        """Return why an open edition stands in the way, or None."""
        edition = self.context.open_edition()
        if edition is None:
            return None
        return _(
            "Not possible now: edition ${number} is being worked on (${state}).",
            mapping={"number": edition.number, "state": state(state_of(edition)).word},
        )
