"""*Gdzie to jest*: the way of one object on the diagram of its workflow, with dates and people, and what may come next."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from czest.qms import _
from czest.qms import clock
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.views.reading.acting import people_now
from czest.qms.documents.views.reading.facts import Facts
from czest.qms.documents.views.reading.people import last_post
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.evidence.views.trail import operation_title
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.language.office_words import office_word
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.operations.roles import SCHEDULER as BY_ITSELF
from czest.qms.operations.roles import TITLES
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.workflows import definitions
from czest.qms.workflows.course import may_see
from czest.qms.workflows.course import moves_of
from czest.qms.workflows.course import subject_of
from czest.qms.workflows.rules import course as rules
from czest.qms.workflows.rules.drawing import drawn
from czest.qms.workflows.rules.flow import numbers_of
from czest.qms.workflows.views.shown import ShownWorkflow
from czest.qms.workflows.views.transitions import transition_rows
from czest.qms.workflows.views.wording import days
from dataclasses import dataclass
import datetime
from functools import cached_property
from Products.Five import BrowserView
from zope.component import getUtility
from zope.i18n import translate


#: Entries of the trail that are read from its end.
ENTRIES = 1000


@dataclass(frozen=True)
class Witness:
    """An entry of the trail, with its time as an aware datetime, and whether it is about the object itself."""

    entry: object
    time: datetime.datetime
    is_own: bool

    @property
    def operation(self):
        return self.entry.operation


class CoursePage(ShownWorkflow, BrowserView):
    """What the template asks."""

    is_wide = True
    page_name = _("Where it is now")

    def __call__(self):
        """Return the page.

        Raises:
            Unauthorized: the person neither acts on the object nor sees its trail.
        """
        if not may_see(self.context, self.request):
            raise Unauthorized("czest.qms: View trail")
        return self.index()

    def words(self, message):
        """Return a Message in the language of the person."""
        return translate(message, context=self.request)

    @cached_property
    def subject(self):
        return subject_of(self.context)

    @property
    def title(self):
        """Heading of the page and its name in the window."""
        told = ITrailSubject(self.subject)
        symbol = told.label
        if told.edition:
            return self.words(
                _("Where it is now: ${symbol}, edition ${number}", mapping={"symbol": symbol, "number": told.edition})
            )
        return self.words(_("Where it is now: ${symbol}", mapping={"symbol": symbol}))

    @property
    def subject_url(self):
        return self.subject.absolute_url()

    @property
    def trail_url(self):
        """Address of the trail, or None for those who may not read it."""
        is_allowed = getSecurityManager().checkPermission("czest.qms: View trail", self.subject)
        return f"{self.subject_url}/@@trail" if is_allowed else None

    @cached_property
    def history(self):
        return moves_of(self.subject)

    @property
    def moves(self):
        return self.history[1]

    @property
    def workflow_id(self):
        return self.history[0]

    @property
    def present(self):
        return self.moves[-1].state

    @property
    def standing(self):
        """Where it stands, since when and for how many days, as one sentence."""
        since = self.moves[-1].time
        count = max((clock.today() - since.date()).days, 0)
        mapping = {"state": self.state_words[self.present], "day": long_date(since), "days": self.words(days(count))}
        return _("${state} since ${day} (${days})", mapping=mapping)

    def diagram(self):
        """Return the drawing as markup: the way gone through brought out, the present state ringed."""
        entered = {move.state: move.time for move in self.moves}
        looks = {
            state_id: definitions.box_of(
                look,
                self.state_words[state_id],
                note=f"{entered[state_id]:%Y-%m-%d}" if state_id in entered else "",
                is_chosen=state_id == self.present,
            )
            for state_id, look in self.looks.items()
        }
        gone = ", ".join(self.state_words.get(move.state, move.state) for move in self.moves)
        description = _(
            "Went through: ${states}. Now: ${present}. The steps stand in the table.",
            mapping={"states": gone, "present": self.state_words[self.present]},
        )
        return drawn(
            self.definition, looks, self.words(self.page_name), self.words(description), rules.passed(self.moves)
        )

    def steps(self):
        """Return the steps, newest first: dicts with ``number``, ``title``, ``state``, ``moment``, ``who`` and ``days``."""
        numbers = numbers_of(self.definition)
        rows = []
        for step in reversed(rules.steps_of(self.moves)):
            witness = rules.witness_of(step.move, self._witnesses, self._makes)
            until = step.until.date() if step.until is not None else clock.today()
            rows.append(
                {
                    "number": numbers.get(step.move.transition),
                    "title": self._title(step.move, witness),
                    "state": self.state_words.get(step.move.state, step.move.state),
                    "moment": f"{step.move.time:%Y-%m-%d %H:%M}",
                    "who": self._who(step.move, witness),
                    "days": days(max((until - step.move.time.date()).days, 0)),
                    "is_present": step.until is None,
                }
            )
        return rows

    @cached_property
    def _witnesses(self):
        trail, uid = getUtility(ITrail), ITrailKey(self.subject).trail_uid
        stored = trail.stored(uid, max(1, trail.length(uid) - ENTRIES + 1))
        own = uid_of(self.subject)
        return [
            Witness(entry, moment_of(entry.time), entry.object_uid == own)
            for _number, entry in stored
            if entry is not None
        ]

    @cached_property
    def _makes(self):
        made = {}
        for one in self.facts:
            made.setdefault(one.id, set()).update(one.fires)
        return made

    def _title(self, move, witness):
        if move.transition in self.definition.transitions:
            return office_word(self.definition.transitions[move.transition].title)
        return operation_title(witness.operation) if witness is not None else _("Beginning")

    def _who(self, move, witness):
        """Return post, then name, as the trail tells them; never a name without a post."""
        login = witness.entry.actor if witness is not None else move.actor
        if login in (SCHEDULER, ""):
            return TITLES[BY_ITSELF]
        directory = getUtility(IDirectory)
        traced = str(witness.entry.details.get("post") or "") if witness is not None else ""
        post = traced or directory.post_title(login) or last_post(directory, login)
        if not post:
            return _("an account without a post")
        name = full_name(login)
        return post if name in (post, login) else f"{post}, {name}"

    def following(self):
        """Return what may come next: rows of the transitions from the present state, see ``transition_rows``."""
        possible = [one for one in self.facts if one.possible_in is None or self.present in one.possible_in]
        rows = transition_rows(self.definition, possible, self.state_words, self.request)
        return [row for row in rows if row["id"] in self.definition.states[self.present].exits]

    @cached_property
    def acting(self):
        """Who acts now on an edition: ``people``, ``lacks`` and ``officers``, see ``people_now``; None of others."""
        if not IEditionMarker.providedBy(self.subject) or self.present not in OPEN_STATES:
            return None
        return people_now(Facts(self.subject.document, self.request, self.subject), self.subject)
