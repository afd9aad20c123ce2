"""What follows a remark: answers, the decision that it is settled, and opening it again."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.remarks.operations.base import LONGEST
from czest.qms.remarks.operations.base import ThreadOperation
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.wording import WAYS
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


WAYS_TO_CHOOSE = SimpleVocabulary([SimpleTerm(way, way, word) for way, word in WAYS.items()])


IN_DRAFT = _("in a draft whoever writes it, and the quality officer")
NOT_HIS = _("Only who made the remark, an author of the edition and the quality officer settle it.")


class IThread(model.Schema):
    """Which remark."""

    id = schema.TextLine(title=_("Number of the remark"), max_length=10)


class IAnswerRemark(IThread):
    """Input of an answer."""

    text = schema.Text(title=_("Answer"), max_length=LONGEST)


class IResolveRemark(IThread):
    """Input of the decision that a remark is settled."""

    how = schema.Choice(title=_("How it is settled"), vocabulary=WAYS_TO_CHOOSE)
    text = schema.Text(
        title=_("Explanation"),
        description=_("Required where the remark is not taken into account."),
        required=False,
        default="",
        max_length=LONGEST,
    )


class IReopenRemark(IThread):
    """Input of the opening again."""

    text = schema.Text(title=_("Why it is opened again"), max_length=LONGEST)


def require_words(data):
    """Require that something is said.

    Raises:
        InvalidInput: when there are only spaces.
    """
    if not (data["text"] or "").strip():
        raise InvalidInput(_("Not kept."), [("text", _("This field is required."))])


class AnswerRemark(ThreadOperation):
    """Answer a remark, or answer an answer."""

    id = "answer-remark"
    title = _("Answer the remark")
    heading = _("An answer to a remark on edition ${number} of ${symbol}")
    done = _("The answer was added.")
    schema = IAnswerRemark
    icon = "reply"
    order = 61
    condition = IN_DRAFT

    def check_thread(self, thread, data):
        require_words(data)

    def write(self, data):
        return self.continue_with(data, rules.ANSWER)


class ResolveRemark(ThreadOperation):
    """Say how a remark is settled."""

    id = "resolve-remark"
    title = _("Settle the remark")
    heading = _("Settling a remark on edition ${number} of ${symbol}")
    done = _("The remark was settled.")
    schema = IResolveRemark
    icon = "check2-square"
    order = 62
    condition = _("whoever made the remark, an author or the quality officer")

    def check_thread(self, thread, data):
        if not self.decides(thread):
            raise NotPermitted(NOT_HIS, [("id", NOT_HIS)])
        if not thread.is_open:
            raise ObjectMovedOn(_("Not done: the remark is settled already."))
        if data["how"] == rules.REJECTED:
            require_words(data)

    def write(self, data):
        return self.continue_with(data, rules.RESOLUTION, data["how"])

    def consequences(self):
        return [_("The remark stays with the edition; it is not counted as open any more.")]


class ReopenRemark(ThreadOperation):
    """Open a settled remark again."""

    id = "reopen-remark"
    title = _("Open again")
    heading = _("Opening a remark on edition ${number} of ${symbol} again")
    done = _("The remark is open again.")
    schema = IReopenRemark
    icon = "arrow-counterclockwise"
    order = 63
    condition = IN_DRAFT

    def check_thread(self, thread, data):
        require_words(data)
        if thread.is_open:
            raise ObjectMovedOn(_("Not done: the remark is open."))

    def write(self, data):
        return self.continue_with(data, rules.REOPENING)
