"""Adding to a filed record what must be corrected; what was filed stays as it was (ISO 15489)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import raise_all
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.snapshots import describe_file
from czest.qms.documents.snapshots import known_digest
from czest.qms.documents.storing import stored
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import UNIT_STAFF
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.records.operations.base import KEEP
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.schema import CLASSIFIED
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


class IAddAddendum(model.Schema):
    """Input of an addendum."""

    text = schema.Text(title=_("What is added or corrected"), max_length=4000)
    file = NamedBlobFile(title=_("File"), description=CLASSIFIED, required=False)


def digest_of_addendum(addendum, digest_of=known_digest):
    """Return the digest of an addendum.

    Parameters:
        addendum: dict with ``number``, ``time``, ``login``, ``name``, ``post``, ``text`` and ``file``.
        digest_of: function that gives the digest of a file.
    """
    plain = {name: value for name, value in addendum.items() if name not in ("file", "digest")}
    return digest_of_snapshot({**plain, "file": describe_file(addendum["file"], digest_of)})


class AddAddendum(RecordOperation):
    """Add a correction to a filed record."""

    id = "add-addendum"
    title = _("Add a correction")
    heading = _("A correction to record ${symbol}")
    done = _("The correction was added.")
    not_done = _("Not added.")
    busy = _("Adding…")
    icon = "journal-plus"
    schema = IAddAddendum
    permission = KEEP
    order = 30
    who = (AUTHOR, UNIT_STAFF, OFFICER, ARCHIVIST)
    tells = (BIP_EDITOR,)

    def consequences(self):
        return [_("The record stays as it was filed; the correction stands below it, with name, post and time.")]

    def check(self, data):
        if data["file"] is not None:
            raise_all(screen_file("file", data["file"], ALLOWED_TYPES))

    def write(self, data):
        record = self.context
        login = actor()
        addendum = {
            "number": len(record.addenda) + 1,
            "time": clock.now().isoformat(),
            "login": login,
            "name": full_name(login),
            "post": getUtility(IDirectory).post_title(login),
            "text": data["text"],
            "file": stored(data["file"]),
        }
        addendum["digest"] = digest_of_addendum(addendum)
        record.addenda = (*record.addenda, addendum)
        record.reindexObject()
        return Outcome(record, details={"addendum": addendum["number"], "addendum_digest": addendum["digest"]})
