"""Content classes: the library, the kinds of controlled document, and the edition."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from ComputedAttribute import ComputedAttribute
from czest.qms import _
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.interfaces import ILibraryMarker
from czest.qms.documents.rules import lifecycle
from czest.qms.documents.rules import numbering
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.route import Course
from czest.qms.documents.schema import IControlledDocument
from czest.qms.documents.schema import IEdition
from czest.qms.documents.schema import ILibrary
from czest.qms.operations.protection import HoldsByOperations
from czest.qms.operations.protection import WrittenByOperations
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from Products.CMFCore.utils import getToolByName
from zope.interface import implementer


@implementer(ILibraryMarker, ILibrary)
class Library(HoldsByOperations, Container):
    """The register of controlled documents; unordered, because an ordering rewrites itself at every addition."""

    _ordering = "unordered"


class ControlledDocument(WrittenByOperations, HoldsByOperations, Container):
    """Identity of a document and control data of its edition in force; holds its editions."""

    _ordering = "unordered"

    @property
    def trail_name(self):
        """What the breadcrumbs call the document."""
        return self.symbol

    #: Proposals of change sent by readers, oldest first: tuple of dicts.
    proposals = ()

    def editions(self):
        """Return the editions, newest number first, without regard to who may see them."""
        found = [child for child in self.objectValues() if child.portal_type == "Edition"]
        return sorted(found, key=lambda edition: numbering.parse_edition_number(edition.number), reverse=True)

    def edition_in_force(self):
        """Return the edition in force, or None."""
        return next((edition for edition in self.editions() if state_of(edition) == "in_force"), None)

    def open_edition(self):
        """Return the edition that is being worked on, or None."""
        return next((edition for edition in self.editions() if state_of(edition) in lifecycle.OPEN_STATES), None)


@implementer(IControlledDocumentMarker, IControlledDocument)
class Procedure(ControlledDocument):
    """A controlled document that says how a process runs."""


@implementer(IControlledDocumentMarker, IControlledDocument)
class Instruction(ControlledDocument):
    """A controlled document that says how a task is done."""


@implementer(IControlledDocumentMarker, IControlledDocument)
class FormTemplate(ControlledDocument):
    """A controlled document that is filled in: what is filled in is evidence and another thing, a record."""


@implementer(IEditionMarker, IEdition)
class Edition(WrittenByOperations, Item):
    """One revision of a controlled document."""

    @property
    def trail_name(self):
        """What the breadcrumbs call the edition."""
        return _("edition ${number}", mapping={"number": self.number})

    #: Whom the edition waits for in an optional state: ``rules.optional_states.Consultation``, else None.
    consultation = None
    #: Stages of the route, copied here at submit: tuple of ``rules.route.Stage``.
    route = ()
    #: The template of the route: dict with ``id``, ``title`` and ``keeps_signatures``, or None for the short form.
    route_template = None
    #: Signatures, oldest first: tuple of dicts, see ``czest.qms.approval.signatures``.
    signatures = ()
    #: Files signed outside the system, oldest first: tuple of dicts, see ``outside_signatures.keeping``.
    outside_signatures = ()
    #: True for an approved edition that nothing but a legal act brings into force.
    awaits_act = False
    #: True once a legal act has brought it into force or set its day; then ``planned_act`` is what the author had named.
    is_enacted = False
    planned_act = None
    #: The past day from which its legal act gives it force, or None; ``in_force_from`` is the day it really began.
    retroactive_from = None
    #: What an office wrote down when the edition was taken over: dict, or None.
    taken_over = None
    #: Plain text of body and files, filled when the edition comes into force.
    searchable_text = ""

    @property
    def course(self):
        """How far the edition has come on its route."""
        return Course(self.route, self.signatures, self.digest)

    def _document(self):
        """Return the controlled document this edition belongs to."""
        return aq_parent(aq_inner(self))

    def reindexObjectSecurity(self, skip_self=False):
        """Index who may see the edition: it holds nothing, so nothing else is looked for that would have to follow."""
        if not skip_self:
            self.reindexObject(idxs=self._cmf_security_indexes, update_metadata=0)

    def _subobject_permissions(self):
        """Return no permissions: an edition holds nothing.

        DCWorkflow asks once for every permission of the workflow. Unanswered, each time every schema of the edition is
        searched for a field of this name.
        """
        return ()

    # A plain property would be given the edition without its acquisition wrapper, hence without a parent.
    document = ComputedAttribute(_document, 1)


def state_of(content):
    """Return the workflow state id of a document or an edition."""
    return getToolByName(content, "portal_workflow").getInfoFor(content, "review_state")


def running_consultation(edition):
    """Return whom an edition in an optional state waits for, or None in every other state."""
    return edition.consultation if state_of(edition) in OPTIONAL_STATES else None
