"""The editing page of a draft, ``EDITION/edit``: a form with a button, which scripts save by themselves too."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IRemarksBeside
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.documents.operations.save import ISave
from czest.qms.documents.views.editing.editor import DraftTextFieldWidget
from czest.qms.documents.views.editing.files import FilesFieldWidget
from czest.qms.documents.views.editing.files import OneFileFieldWidget
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.views.form import OperationForm
from functools import cached_property
import json
from plone.app.textfield.interfaces import IRichText
from plone.autoform import directives
from plone.namedfile.interfaces import INamedField
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IText


#: Groups of fields in the order in which a draft is written.
GROUPS = ("content", "identity", "responsibility", "readers", "classification", "route", "force")

#: Collections of which the page shows ticks; the others are typed, one value a line.
TICKED = frozenset({"iso_clauses", "control_standards", "reviewers", "approvers"})

#: What the script says; it holds no words itself.
WORDS = {
    "saving": _("Saving…"),
    "saved": _("Saved at ${hour}"),
    "unsaved": _("There are unsaved changes."),
    "files": _("Chosen files are saved by the button Save the draft."),
    "failed": _("Not saved by itself."),
    "unreachable": _("Not saved: no connection. What was typed stays here; saving is tried again."),
    "kept": _("What was typed stays here: copy it, then load the page again."),
    "reload": _("Load the page again"),
    "editing": _("Also editing now:"),
}


class IEditForm(ISave):
    """The draft with widgets of this page."""

    directives.widget("body", DraftTextFieldWidget)
    directives.widget("source_file", OneFileFieldWidget)
    directives.widget("attachments", FilesFieldWidget)


class EditForm(OperationForm):
    """Performs ``save`` with the digest that the person saw."""

    template = ViewPageTemplateFile("templates/edit.pt")
    schema = IEditForm
    operation_id = "save"
    needs_editor = True
    is_wide = True

    def publishTraverse(self, request, name):
        """Lead nowhere.

        Raises:
            NotFound: always.
        """
        raise NotFound(name)

    def updateFields(self):
        super().updateFields()
        known = {group.__name__: group for group in self.groups}
        self.groups = [known[name] for name in GROUPS]

    @property
    def label(self):
        mapping = {"number": self.context.number, "symbol": self.operation.document.symbol}
        return _("Draft of edition ${number} of ${symbol}", mapping=mapping)

    @property
    def plate(self):
        return plate(state_of(self.context))

    @cached_property
    def route_template(self):
        """Title of the template that sets the route, or None."""
        return IRouteAhead(self.context).template_title()

    def stages_ahead(self):
        """Return a sentence for each stage that the draft will go."""
        return IRouteAhead(self.context).sentences(self.request)

    def remarks(self):
        """Return the open remarks as HTML."""
        beside = queryMultiAdapter((self.context, self.request), IRemarksBeside)
        return "" if beside is None else beside.block_for_author()

    def autosave(self):
        """Return what the script needs, as JSON."""
        withheld = self.operation.withheld()
        asked = [(name, field) for name, field in getFieldsInOrder(self.schema) if name not in withheld]
        fields = [(name, kind_of(field)) for name, field in asked]
        return json.dumps(
            {
                "url": self.context.absolute_url(),
                "digest": IStateOf(self.context).digest,
                "fields": {name: kind for name, kind in fields if kind},
                "words": {name: translate(word, context=self.request) for name, word in WORDS.items()},
            }
        )


#: How the script reads the input of a kind of field; the first that fits counts.
KINDS = ((IRichText, "html"), (IDate, "date"), (IChoice, "choice"), (IText, "text"))


def kind_of(field):
    """Return how the script reads a field: ``text lines list choice date html``; None for files."""
    if ICollection.providedBy(field):
        if INamedField.providedBy(field.value_type):
            return None
        return "list" if field.__name__ in TICKED else "lines"
    return next((kind for interface, kind in KINDS if interface.providedBy(field)), None)
