"""The pages on which remarks are made, answered and settled."""

from czest.qms import _
from czest.qms.documents.subjects import EditionSubject
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.performing import require_permitted
from czest.qms.operations.views.form import OperationForm
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.operations.base import ThreadOperation
from czest.qms.remarks.rules.threads import thread_numbered
from czest.qms.remarks.views.threads import ThreadRow
from czest.qms.remarks.views.threads import who
from plone import api
from z3c.form.interfaces import HIDDEN_MODE
from zExceptions import NotFound
from zope.component import adapter


class RemarkForm(OperationForm):
    """One operation on remarks, at an address of its own; afterwards the page opens at the thread."""

    #: Names of the fields in their order, and of those that only carry something along.
    asked = ()
    carried = ()
    wide_fields = ("text",)

    @property
    def operation_id(self):
        return self.__name__

    def publishTraverse(self, request, name):
        """Lead nowhere.

        Raises:
            NotFound: always.
        """
        raise NotFound(name)

    def updateFields(self):
        super().updateFields()
        self.fields = self.fields.select(*(name for name in (*self.asked, *self.carried) if name in self.fields))
        for name in self.carried:
            if name in self.fields:
                self.fields[name].mode = HIDDEN_MODE

    def _tell(self, performed):
        api.portal.show_message(self.operation.done, self.request)
        self._lead(f"{performed.changed.absolute_url()}#uwaga-{self.operation.number}")


class AddRemarkForm(RemarkForm):
    """A remark: the text may change while it is written, so the digest that was read is data, not a condition."""

    asked = ("paragraph", "quote", "place", "text")
    carried = ("prefix", "suffix", "position", "digest")
    wide_fields = ("paragraph", "quote", "place", "text")

    def _expected(self):
        return {name: value for name, value in super()._expected().items() if name != "expected_digest"}


class ThreadForm(RemarkForm):
    """What follows a remark."""

    asked = ("how", "text")
    carried = ("id",)

    def update(self):
        require_permitted(self.operation)
        if thread_numbered(threads_of(self.context), self.operation.asked_for) is None:
            raise InvalidInput(_("This edition has no such remark."))
        super().update()


@adapter(ThreadOperation)
class ThreadSubject(EditionSubject):
    """An edition with the thread that is operated on."""

    @property
    def rows(self):
        thread = thread_numbered(threads_of(self.edition), self.operation.asked_for)
        if thread is None:
            return []
        row = ThreadRow(thread, self.edition, self.operation.request)
        found = [{"label": _("Passage"), "value": row.quote or row.place or _("the whole edition")}]
        if row.change:
            found.append({"label": _("Passage now"), "value": row.quote_now or row.change})
        remark = f"{who(thread.opener)}: {thread.opener.text}"
        return [*found, {"label": _("Remark"), "value": remark}]
