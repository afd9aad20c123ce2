"""*Gdzie utknęło*: every edition that somebody has to sign, who, since when and how late."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.pagination import pages
from czest.qms.appearance.states import plate
from czest.qms.approval.claiming import logins_of
from czest.qms.approval.participants import in_words
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules.access import participant_of
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.language.numerals import counted
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.catalog_sets import for_current_user
from czest.qms.register.wording import day_of
from czest.qms.register.wording import since
from czest.qms.workplace import rules
from functools import cache
from functools import cached_property
from Products.Five import BrowserView
from zope.component import getUtility


#: States in which somebody has to sign, or to answer before the route begins.
STATES = (*OPTIONAL_STATES, *SIGNED_IN)
PAGE = 50


class Waiting:
    """The editions on their way that the person may see; all from the catalog."""

    def __init__(self):
        self.sets = for_current_user()
        self.directory = getUtility(IDirectory)
        self.words_of = cache(in_words)
        # Of a thousand editions most wait for the same few people.
        self._nobody_acts = cache(self._nobody_acts_of)

    def records(self):
        """Return the records of the editions, whoever may see them."""
        return self.sets.narrowed(self.sets.matching("portal_type", "Edition"), "review_state", list(STATES))

    @cached_property
    def editions(self):
        """Their brains, the latest first."""
        return self._in_order(self.sets.permitted(self.records()))

    def _in_order(self, records):
        """Return the brains of records, the latest first."""
        return sorted(
            self.sets.brains(records),
            key=lambda brain: (brain.stage_due or "9999-12-31", brain.state_since or "", brain.getPath()),
        )

    @property
    def total(self):
        """How many there are."""
        return len(self.editions)

    def rows(self, start=0, size=PAGE):
        """Return a page of rows, the latest first; each is a dict."""
        return [self.row(brain) for brain in self.editions[start : start + size]]

    def row(self, brain):
        """Return who an edition waits for, since when, and how late it is."""
        asked = self.asked(brain)
        due = rules.day(brain.stage_due)
        return {
            "symbol": symbol_of(brain),
            "title": brain.Title,
            "number": brain.edition_number,
            "url": brain.getURL(),
            "plate": plate(brain.review_state),
            "asked": [self.words_of(participant) for participant in asked],
            "is_stranded": self.is_stranded(brain),
            "since": since(brain.state_since),
            "due": day_of(brain.stage_due),
            "late": max((clock.today() - due).days, 0) if due else 0,
        }

    def stranded(self):
        """Return the brains of the editions for which nobody can act today, the latest first."""
        waiting_for = self.sets.value_of("waiting_for")
        records = self.sets.permitted(self.records())
        return self._in_order([record for record in records if self._nobody_acts(tuple(waiting_for.get(record, ())))])

    def is_stranded(self, brain):
        """Tell whether nobody of those for whom an edition waits can act today."""
        return self._nobody_acts(tuple(self.sets.value_of("waiting_for").get(brain.getRID(), ())))

    def _nobody_acts_of(self, principals):
        """Tell whether somebody is asked, and nobody of them can act today."""
        asked = _participants(principals)
        return bool(asked) and not any(self.holders(participant) for participant in asked)

    def asked(self, brain):
        """Return the participants for whom an edition waits."""
        return _participants(self.sets.value_of("waiting_for").get(brain.getRID(), ()))

    def holders(self, participant):
        """Return the logins for which a participant stands today; empty when nobody can act."""
        return self.directory.posts_of(participant.id) if participant.kind == PERSON else logins_of(participant)


def _participants(principals):
    """Return the participants behind names of the catalog, in the order of these."""
    return [asked for asked in map(participant_of, sorted(principals)) if asked is not None]


class Stuck(BrowserView):
    """Draws the list."""

    title = _("Where is it stuck")
    caption = _("Editions that wait for somebody, the latest first")
    #: The sentence where nothing waits.
    nothing = _("No edition waits for anybody.")
    #: Name of the page, and what it lists.
    name = "stuck"
    find = Waiting

    def __call__(self):
        self.waiting = self.find()
        return self.index()

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site = self.context.absolute_url()
        return [
            {"title": _("Start"), "url": site},
            {"title": _("To do"), "url": f"{site}/@@tasks"},
            {"title": self.title, "url": None},
        ]

    @property
    def start(self):
        """Number of the first row shown."""
        return first_row(self.request)

    def rows(self):
        return self.waiting.rows(self.start)

    @property
    def may_hand_over(self):
        """Whether the person looks after all documents."""
        return bool(getSecurityManager().checkPermission(OFFICER_PERMISSION, self.context))

    @property
    def pages(self):
        """The links to the pages of the list."""
        return pages(self.waiting.total, self.start, PAGE, f"{self.context.absolute_url()}/@@{self.name}", [])

    def late(self, row):
        """Return the words of how late a row is, or None."""
        return past_the_deadline(row["late"]) if row["late"] else None


def first_row(request):
    """Return the number of the first row shown, which ``b_start`` of an address names; 0 where it is no number."""
    asked = request.form.get("b_start", "")
    return int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() else 0


def past_the_deadline(days):
    """Return the words of how many days something is late."""
    return counted(
        days,
        _("${count} day past the deadline"),
        _("${count} days past the deadline (few)"),
        _("${count} days past the deadline (many)"),
    )


def symbol_of(brain):
    """Return the symbol of the document of an edition: the last part but one of its path."""
    return brain.getPath().split("/")[-2]
