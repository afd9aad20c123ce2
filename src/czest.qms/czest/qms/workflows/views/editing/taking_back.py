"""Pages that ask for a reason only, and show what would happen: taking a change back, taking in a file, mending drift."""

import base64
import binascii
from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows.astray import readable
from czest.qms.workflows.drift import whole_drift
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.operations.base import WRONG
from czest.qms.workflows.views.editing.base import EditingPage
from czest.qms.workflows.views.editing.base import FORM
from czest.qms.workflows.views.editing.base import PREVIEW
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import FILE
from czest.qms.workflows.views.editing.fields import Group
from functools import cached_property
from plone.namedfile.file import NamedFile
from zExceptions import NotFound


HISTORY = "@@workflow-history"
#: Largest file that this page carries from the preview to the operation, in bytes; larger ones go by REST.
CARRIED = 512 * 1024


class UndoPage(EditingPage):
    """What taking a change back would do; opened with the preview, as there is nothing to type."""

    operation_id = "undo-adjustment"
    step = PREVIEW
    save_label = _("Take the change back")
    lead = _("This change and all later ones are taken back. What was in force before it is in force again.")

    @cached_property
    def revision(self):
        """The change that the address names.

        Raises:
            NotFound: there is no such change.
        """
        asked = self.request.form.get("number", "")
        try:
            return self.ledger.revision(int(asked))
        except (KeyError, TypeError, ValueError) as error:
            raise NotFound(str(asked)) from error

    @property
    def title(self):
        return _("Take back change ${number}", mapping={"number": str(self.revision.number)})

    def about(self):
        return {"number": self.revision.number}

    def back(self):
        return self.address(HISTORY)

    def data(self):
        return {"number": self.revision.number}

    def _refuse(self, refusal):
        super()._refuse(refusal)
        self.step = PREVIEW


class ImportPage(EditingPage):
    """Taking in a file."""

    operation_id = "import-adjustments"
    title = _("Take in adjustments from a file")
    save_label = _("Take the file in")
    lead = _(
        "What the file says replaces what is decided now. A file that would open a door is refused, and the door is named."
    )

    def back(self):
        return self.address(HISTORY)

    def groups(self):
        """Return the field of the file."""
        hint = _("An export of adjustments (JSON), or the definition of one workflow (definition.xml).")
        return (Group(None, (Field("file", "file", _("File"), FILE, hint=hint),)),)

    @cached_property
    def content(self):
        """The bytes of the file.

        Raises:
            InvalidInput: none was given, or one that is too large.
        """
        upload, carried = self.request.form.get("file"), self.request.form.get("carried")
        content = b""
        if hasattr(upload, "read"):
            content = upload.read(CARRIED + 1)
        elif isinstance(carried, str):
            try:
                content = base64.b64decode(carried, validate=True)
            except binascii.Error:
                content = b""
        if not content:
            raise InvalidInput(WRONG, [("file", _("Choose a file."))])
        if len(content) > CARRIED:
            raise InvalidInput(WRONG, [("file", _("The file is larger than 512 kB."))])
        return content

    def data(self):
        return {"file": NamedFile(self.content, "application/octet-stream", "adjustments")}

    def kept(self):
        """Return the file as a hidden input: a browser does not send one twice by itself."""
        return [("carried", base64.b64encode(self.content).decode())]


class DriftPage(EditingPage):
    """Where the site differs from what is shipped and recorded, compared now, and the way back."""

    operation_id = "return-to-recorded"
    title = _("Differences from what is recorded")
    is_about_drift = True
    save_label = _("Return to what is recorded")
    step = PREVIEW

    @cached_property
    def differences(self):
        """Sentences about what differs now."""
        return [self.words(sentence(problem)) for problem in readable(whole_drift(self.ledger))]

    def data(self):
        return {}

    def _open(self):
        if self.differences:
            super()._open()
        else:
            self.step = FORM

    def preview(self):
        """Return nothing: the differences are what would go."""
        return None

    def _refuse(self, refusal):
        super()._refuse(refusal)
        self.step = PREVIEW if self.differences else FORM
