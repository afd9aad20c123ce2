"""Taking in adjustments from a file: an export of this or another site, or a definition of one workflow."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows.live import shipped_xml
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.messages import errors_of
from czest.qms.workflows.operations.base import IReason
from czest.qms.workflows.operations.base import ManagerOperation
from czest.qms.workflows.operations.base import WRONG
from czest.qms.workflows.rules.editing import imported
from czest.qms.workflows.rules.exporting import PartsMissing
from czest.qms.workflows.rules.exporting import UnreadableExport
from czest.qms.workflows.rules.exporting import values_of
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.parsing import UnreadableDefinition
from czest.qms.workflows.rules.problems import Refused
from plone.namedfile.field import NamedFile


#: Largest file in bytes.
LARGEST = 2 * 1024 * 1024


class IImport(IReason):
    """Input of taking in."""

    file = NamedFile(
        title=_("File"),
        description=_("An export of adjustments (JSON), or the definition of one workflow (definition.xml)."),
    )


class ImportAdjustments(ManagerOperation):
    """Lets what a file says be in force."""

    id = "import-adjustments"
    title = _("Take in adjustments from a file")
    done = _("The adjustments of the file are applied.")
    schema = IImport
    order = 30

    def wanted(self, data):
        content = data["file"].data
        if len(content) > LARGEST:
            raise InvalidInput(WRONG, [("file", _("The file is larger than 2 MB."))])
        return from_definition(self.ledger.values, content) if is_xml(content) else from_export(content)


def is_xml(content):
    """Tell whether a file is XML rather than JSON."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def from_export(content):
    """Return the adjustments of an export in the plain form, not checked yet.

    Raises:
        InvalidInput: it is none, or not whole.
    """
    try:
        return values_of(content)
    except PartsMissing as error:
        sentence = _("The export is not whole. Missing: ${parts}.", mapping={"parts": ", ".join(error.parts)})
        raise InvalidInput(WRONG, [("file", sentence)]) from error
    except UnreadableExport as error:
        raise InvalidInput(WRONG, [("file", _("The file is no export of adjustments."))]) from error


def from_definition(values, content):
    """Return the adjustments with those that a definition shows, in the plain form.

    Raises:
        InvalidInput: it is no definition of ours, or opens a door: each is named.
    """
    try:
        found = definition_of(content)
    except UnreadableDefinition as error:
        raise InvalidInput(WRONG, [("file", _("The file is no definition of a workflow."))]) from error
    if found.id not in WORKFLOWS:
        raise InvalidInput(WRONG, [("file", _("The file defines none of the workflows of documents and records."))])
    try:
        return imported(values, shipped_xml(found.id), found)
    except Refused as refused:
        message = _("Not taken in: the definition would open doors that no office may open.")
        raise InvalidInput(message, errors_of(refused)) from refused
