"""Saving a draft: records the author and checks the digest he saw."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.access import apply_access
from czest.qms.documents.checks import check_control_data
from czest.qms.documents.checks import check_effective_from
from czest.qms.documents.checks import check_files
from czest.qms.documents.checks import check_people
from czest.qms.documents.checks import raise_all
from czest.qms.documents.intake import attachment_warnings
from czest.qms.documents.intake import source_warnings
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.schema import IControlData
from czest.qms.documents.schema import IEditionContent
from czest.qms.documents.schema import IRoute
from czest.qms.documents.snapshots import stamp_digest
from czest.qms.documents.storing import rich_text
from czest.qms.documents.storing import stored
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OWNER
from zope.schema import getFieldNames


#: Fields in which people are named where no template sets the route.
PEOPLE = ("reviewers", "approvers")


class ISave(IControlData, IEditionContent, IRoute):
    """Input of the saving of a draft; only the fields given are changed."""


def files_of(edition):
    """Return the files of an edition."""
    return [file for file in (edition.source_file, *edition.attachments) if file is not None]


class Save(EditionOperation):
    """Change a draft."""

    id = "save"
    title = _("Save the draft")
    done = _("Saved.")
    not_done = _("Not saved.")
    busy = _("Saving…")
    schema = ISave
    partial = True
    permission = "czest.qms: Save edition"
    order = 20
    who = (AUTHOR, OWNER)

    @property
    def address(self):
        return f"{self.context.absolute_url()}/edit"

    def defaults(self):
        return {name: getattr(self.context, name) for name in getFieldNames(self.schema)}

    def withheld(self):
        return () if IRouteAhead(self.context).template_title() is None else PEOPLE

    def check(self, data):
        raise_all(
            check_control_data(data)
            + check_files(data)
            + check_effective_from(data, clock.today())
            + self._check_people(data)
        )

    def _check_people(self, data):
        """Check the people named; where a template sets the route, nobody is."""
        template = IRouteAhead(self.context).template_title(data)
        if template is not None:
            refusal = _(
                "Nobody is named here: the route is set by the template ${template}.", mapping={"template": template}
            )
            return [(name, refusal) for name in PEOPLE if data.get(name)]
        people = {name: data.get(name, getattr(self.context, name)) for name in PEOPLE}
        return check_people(people, {*self.context.authors, actor()})

    def write(self, data):
        edition = self.context
        had = {file.sha256 for file in files_of(edition)}
        changed = sorted(name for name, value in data.items() if self._store(name, value))
        if changed and actor() not in edition.authors:
            edition.authors = (*edition.authors, actor())
        stamp_digest(edition)
        edition.reindexObject()
        apply_access(self.document)
        return Outcome(edition, details={"fields": changed}, warnings=self._warnings(had))

    def _warnings(self, had):
        """Return warnings about files that the draft did not have: what was kept has been warned of."""
        source, attachments = self.context.source_file, self.context.attachments
        warnings = source_warnings(source) if source is not None and source.sha256 not in had else []
        return warnings + attachment_warnings([file for file in attachments if file.sha256 not in had])

    def _store(self, name, value):
        """Store one field; return whether it changed."""
        if name == "body" and value is not None:
            value = rich_text(value.raw)
            if self.context.body is not None and self.context.body.raw == value.raw:
                return False
        elif name == "source_file":
            value = stored(value)
        elif name == "attachments":
            value = [stored(attachment) for attachment in value or []]
        if getattr(self.context, name) == value:
            return False
        setattr(self.context, name, value)
        return True
