"""The page of a list: where it stands, its rows with the official columns, and what can be done now (mockup 13b)."""

from czest.qms import _
from czest.qms.appearance.pagination import pages
from czest.qms.disposal.locks import held_rows
from czest.qms.disposal.locks import lock_of
from czest.qms.disposal.operations.base import DISPOSE
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.row_numbers import written
from czest.qms.disposal.rules.steps import is_possible
from czest.qms.disposal.sentences import about
from czest.qms.disposal.views.answers import CHOICES
from czest.qms.disposal.views.answers import LABELS
from czest.qms.disposal.views.answers import SentAnswer
from czest.qms.disposal.views.list_papers import papers_of
from czest.qms.disposal.views.list_rows import parts_of_totals
from czest.qms.disposal.views.list_rows import shown_rows
from czest.qms.disposal.views.list_steps import shown_steps
from czest.qms.disposal.views.lists import kind_sentence
from czest.qms.disposal.views.lists import plate_of_list
from czest.qms.disposal.views.progress import sentence_of_work
from czest.qms.documents.content import state_of
from czest.qms.documents.views.reading.course import course_links
from czest.qms.language.numerals import counted
from czest.qms.operations.base import operation_named
from czest.qms.operations.base import operations_of
from czest.qms.operations.interfaces import IStateOf
from functools import cached_property
from itertools import islice
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Rows on a page.
ROWS = 100
#: So many records that were left out are named.
LEFT_OUT = 50

#: Operations with a panel of their own on the page; the others are offered as links.
OWN_PANEL = frozenset({"record-consent", "destroy", "transfer"})


class ListPage(BrowserView):
    """What the template asks."""

    #: The answer that the person has sent and that was not taken, see ``answer``.
    sent = None
    _parts = ViewPageTemplateFile("templates/parts.pt")

    @property
    def parts(self):
        """The macros of the page."""
        return self._parts.macros

    @property
    def title(self):
        """Title of the window."""
        return f"{self.context.symbol} {self.context.title}"

    @cached_property
    def state(self):
        return state_of(self.context)

    @property
    def kind_sentence(self):
        return kind_sentence(self.context)

    @property
    def plate(self):
        return plate_of_list(self.state)

    @property
    def course_links(self):
        """The link to where the list is now, for those who may see that."""
        return course_links(self.context, self.request)

    def steps(self):
        """Return the steps, see ``list_steps``."""
        return shown_steps(self.context, self.state)

    @cached_property
    def work(self):
        """What is being done piece by piece: ``sentence``, ``done`` and ``total``; None where there is nothing."""
        return sentence_of_work(self.context)

    @cached_property
    def held(self):
        """Numbers of the open rows on hold."""
        return held_rows(self.context)

    @property
    def start(self):
        asked = self.request.form.get("b_start", "0")
        start = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        return start if start < len(self.context.rows) else 0

    def rows(self):
        """Return the rows of this page, see ``list_rows``."""
        shown = list(islice(self.context.rows.values(self.start + 1), ROWS))
        return shown_rows(self.context, shown, self.held, self.sent.ticked if self.sent is not None else ())

    @property
    def pages(self):
        total = len(self.context.rows)
        return pages(total, self.start, ROWS, self.context.absolute_url(), []) if total > ROWS else None

    @property
    def totals_sentence(self):
        """What the rows come to, as the request says it."""
        return " · ".join([self.words(part) for part in parts_of_totals(self.context)])

    def words(self, message):
        """Return a Message in the language of the person."""
        return api.portal.translate(message)

    @cached_property
    def may_dispose(self):
        """Whether the person is the one who works on lists."""
        return bool(api.user.has_permission(DISPOSE, obj=self.context))

    def _can(self, operation):
        return self.may_dispose and operation_named(self.context, self.request, operation).refusal() is None

    @cached_property
    def can_answer(self):
        """Whether the answer of the archive can be noted now."""
        return self._can("record-consent" if self.context.kind != "A" else "record-refusal") and self.state != "refused"

    @cached_property
    def can_consent(self):
        return self.context.kind != "A" and self.can_answer

    @property
    def nothing_sent(self):
        """The form as it is first shown."""
        return SentAnswer()

    def answer_choices(self):
        """Return the three answers, each with ``id`` and ``words``."""
        return [{"id": name, "words": words} for name, words in CHOICES.items()]

    def label(self, name):
        """Return the words of a field of the answer, of its hint, or of its button."""
        return self.words(LABELS[name])

    def tick_label(self, number):
        """Return the name of the tick of a row."""
        return _("Exclude row ${number}", mapping={"number": str(number)})

    @property
    def expected_state(self):
        return IStateOf(self.context).state

    @cached_property
    def actions(self):
        """The other operations of the person: ``title``, ``url``, ``icon`` and ``primary``."""
        found = [
            operation
            for operation in (operations_of(self.context, self.request) if self.may_dispose else ())
            if operation.refusal() is None and not self._has_panel(operation.id)
        ]
        primary = next((one.id for one in found if one.emphasis == "primary"), None) if not self.can_consent else None
        return [
            {
                "title": _("${operation}…", mapping={"operation": operation.title}),
                "url": operation.address,
                "icon": operation.icon,
                "css": f"btn btn-{'primary' if operation.id == primary else 'outline-secondary'}",
            }
            for operation in found
        ]

    def _has_panel(self, operation_id):
        return operation_id in OWN_PANEL or (operation_id == "record-refusal" and self.can_consent)

    @cached_property
    def lock(self):
        """What keeps the list from its destruction, see ``locks.lock_of``; None where nothing is destroyed any more."""
        is_over = self.context.kind == "A" or self.state in ("closed", "refused", "dropped")
        return None if is_over else lock_of(self.context, self.held)

    @property
    def held_sentence(self):
        """What is said of rows on hold, or None."""
        return self.held and counted(
            len(self.held),
            _("row ${rows} is on hold and is skipped", mapping={"rows": written(self.held)}),
            _("rows ${rows} are on hold and are skipped (few)", mapping={"rows": written(self.held)}),
            _("rows ${rows} are on hold and are skipped", mapping={"rows": written(self.held)}),
        )

    @property
    def destroyed_sentence(self):
        """How far the destruction has come, or None before it."""
        content = self.context
        if content.kind == "A" or not content.done:
            return None
        mapping = {"done": str(len(content.done)), "rows": str(len(content.rows))}
        return _("Destroyed: ${done} rows of ${rows}.", mapping=mapping)

    @property
    def can_transfer(self):
        return self.context.kind == "A" and self._can("transfer")

    @property
    def can_pack(self):
        """Whether the package for the archive can be had."""
        return self.context.kind == "A" and self.may_dispose and self.state not in ("making", "dropped", "refused")

    @property
    def transfer_css(self):
        """The button is the primary one once the step before is done."""
        return f"btn btn-{'primary' if self.state in ('requested', 'transferred') else 'outline-secondary'}"

    def operation_address(self, operation_id):
        return operation_named(self.context, self.request, operation_id).address

    @cached_property
    def papers(self):
        """What the person takes away, see ``list_papers``."""
        return papers_of(self.context)

    @cached_property
    def left_out(self):
        """Sentences of the records that were proposed and could not be put on the list."""
        found = self.context.left_out.items()
        return [about(symbol, Problem(code)) for symbol, codes in islice(found, LEFT_OUT) for code in codes]

    @property
    def left_out_count(self):
        return len(self.context.left_out)

    def is_possible(self, operation_id):
        """Tell whether the state of the list allows an operation, whoever asks."""
        return is_possible(operation_id, self.context.kind, self.state)
