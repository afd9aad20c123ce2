"""What the operations on remarks share: the content of the edition and its digest stay as they are."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import is_officer
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.roles import APPROVER
from czest.qms.operations.roles import ASKED
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import OWNER
from czest.qms.operations.roles import REVIEWER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.remarks.interfaces import IRemarks
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.reading import may_discuss
from czest.qms.remarks.reading import may_read_remarks
from czest.qms.remarks.reading import SAVE_PERMISSION
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.waiting import index_waiting
from plone import api
import secrets
from zope.component import getUtility


#: Most signs of what is said at once.
LONGEST = 4000
#: Random bytes in a salt: too many to be tried.
SALT_BYTES = 16


def saying(kind, text, way=""):
    """Return what the current person says now."""
    login = actor()
    return rules.Saying(
        kind=kind,
        time=clock.now().isoformat(timespec="seconds"),
        login=login,
        name=full_name(login),
        post=getUtility(IDirectory).post_title(login) or "",
        text=text.strip(),
        way=way,
        salt=secrets.token_hex(SALT_BYTES),
    )


class RemarkOperation(EditionOperation):
    """An operation on the remarks of an edition."""

    not_done = _("Not kept.")
    busy = _("Keeping…")
    icon = "chat-left-text"
    who = (AUTHOR, OWNER, REVIEWER, APPROVER, ASKED, OFFICER)
    possible_in = rules.DISCUSSED_IN
    #: Number of the thread that it was about, once it is done.
    number = None

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@{self.id}"

    def person_refusal(self):
        refusal = _("Remarks are made by those who work on the edition, while it is in review.")
        takes_part = may_discuss(self.context, getSecurityManager().getUser())
        return None if takes_part and may_read_remarks(self.context) else refusal

    def keep(self, threads, thread):
        """Keep the threads of the edition and return the Outcome.

        The trail has the number of the remark and the salted digest of what was said, never the words: it is read by others, and
        for ever.
        """
        getUtility(IRemarks).keep(uid_of(self.context), threads)
        index_waiting(self.context)
        self.number = thread.number
        said = thread.sayings[-1]
        details = {"remark": thread.number, "text_digest": rules.digest_of(said)}
        return Outcome(self.context, details={**details, "how": said.way} if said.way else details)


class ThreadOperation(RemarkOperation):
    """An operation on one thread, named by the field ``id``."""

    @property
    def asked_for(self):
        """Number of the thread that a form is about, as sent; not trusted."""
        form = self.request.form if self.request is not None else {}
        sent = form.get("thread") or form.get("form.widgets.id") or ""
        return sent if isinstance(sent, str) else ""

    def defaults(self):
        return {"id": self.asked_for}

    def thread(self, number):
        """Return the thread with a number.

        Raises:
            InvalidInput: when the edition has none.
        """
        found = rules.thread_numbered(threads_of(self.context), number)
        if found is None:
            raise InvalidInput(_("Not kept."), [("id", _("This edition has no such remark."))])
        return found

    def check(self, data):
        self.check_thread(self.thread(data["id"]), data)

    def check_thread(self, thread, data):
        """Raise a refusal unless this may be done to the thread."""

    def continue_with(self, data, kind, way=""):
        """Add what the person says to the thread and return the Outcome."""
        thread = self.thread(data["id"])
        threads = rules.continued(threads_of(self.context), thread.number, saying(kind, data["text"] or "", way))
        return self.keep(threads, rules.thread_numbered(threads, thread.number))

    @property
    def is_author(self):
        """Whether the person is an author of the edition, or writes for the unit that owns it."""
        return actor() in self.context.authors or bool(api.user.has_permission(SAVE_PERMISSION, obj=self.context))

    def decides(self, thread):
        """Tell whether the person may say that a thread is settled."""
        return rules.may_resolve(thread, actor(), is_author=self.is_author, is_officer=is_officer(self.context))
