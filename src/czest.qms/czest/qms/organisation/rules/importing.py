"""Understanding the rows of an imported file: what each would change, and what is wrong with it."""

from czest.qms.language.dates import parse_date
from czest.qms.organisation.rules import changes
from czest.qms.organisation.rules.model import fold
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import proposed_post_id
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.table import ENTITLEMENT_WORDS
from czest.qms.organisation.rules.table import NO_WORDS
from czest.qms.organisation.rules.table import Row
from czest.qms.organisation.rules.table import YES_WORDS
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
import itertools


#: The column of each field, where a problem is shown.
UNIT_COLUMNS = {"symbol": "komorka", "title": "nazwa_komorki", "parent": "komorka_nadrzedna"}
POST_COLUMNS = {
    "id": "stanowisko",
    "title": "nazwa_stanowiska",
    "unit": "komorka",
    "head": "kierujacy",
    "entitlements": "uprawnienia",
}
TENURE_COLUMNS = {"login": "login", "post": "stanowisko", "start": "od", "until": "do"}


@dataclass
class Outcome:
    """A row with what it would do (kinds of :class:`changes.Change`) and its problems, whose fields are columns."""

    row: Row
    effects: list = field(default_factory=list)
    problems: list = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What an import would do; ``changes`` is empty when any row has a problem."""

    outcomes: list
    changes: list

    @property
    def wrong(self):
        """The number of rows with problems."""
        return sum(1 for outcome in self.outcomes if outcome.problems)


def plan(organisation, rows):
    """Return the :class:`Plan` of importing rows into an organisation, which stays as it is.

    A unit or post is defined by the first row that gives its name; further rows may repeat the definition
    or only refer to it. Nothing is ever removed by an import.
    """
    reader = _Reader(organisation, rows)
    reader.read()
    wrong = any(outcome.problems for outcome in reader.outcomes)
    return Plan(reader.outcomes, [] if wrong else changes.differences(organisation, reader.after))


class _Reader:
    """Applies rows to a copy of an organisation: all units, then all posts, then all tenures."""

    def __init__(self, organisation, rows):
        self.before = organisation
        self.after = organisation.copy()
        self.outcomes = [Outcome(row) for row in rows]
        self.numbers = itertools.count(max(organisation.tenures, default=0) + 1)
        self.tenure_ids = {
            (tenure.login, tenure.post, tenure.start): tenure.id for tenure in organisation.tenures.values()
        }
        self.seen = {}

    def read(self):
        units = self.definitions("nazwa_komorki", self.unit)
        # First without parents: a child may stand above its parent in the file, and two units may change places.
        for outcome, unit in units:
            self.attempt(outcome, changes.put_unit, replace(unit, parent=None), UNIT_COLUMNS)
        for outcome, unit in units:
            if not outcome.problems:
                self.attempt(outcome, changes.put_unit, unit, UNIT_COLUMNS)
                self.note(outcome, self.before.units.get(unit.symbol), unit, "add_unit", "change_unit")
        for outcome in self.sound():
            self.require_unit(outcome)
        posts = self.definitions("nazwa_stanowiska", self.post)
        for outcome, post in sorted(posts, key=lambda pair: pair[1].head):
            self.attempt(outcome, changes.put_post, post, POST_COLUMNS)
            self.note(outcome, self.before.posts.get(post.id), post, "add_post", "change_post")
        for outcome in self.sound():
            self.require_post(outcome)
        tenures = [(outcome, self.tenure(outcome)) for outcome in self.outcomes if _appoints(outcome.row.cells)]
        tenures = [(outcome, tenure) for outcome, tenure in tenures if tenure]
        # Known ones first: a predecessor must leave before a successor comes.
        for outcome, tenure in sorted(tenures, key=lambda pair: pair[1].id):
            self.appoint(outcome, tenure)

    def sound(self):
        """Return the outcomes without problems so far."""
        return [outcome for outcome in self.outcomes if not outcome.problems]

    def definitions(self, column, build):
        """Return ``[(outcome, record)]`` of the rows that define something, and refuse contradictions."""
        first = {}
        for outcome in self.outcomes:
            record = build(outcome) if outcome.row.cells[column] else None
            if record is None:
                continue
            key = record.symbol if isinstance(record, Unit) else record.id
            defined = first.setdefault(key, (outcome, record))
            if defined[1] != record:
                outcome.problems.append(Problem(column, "contradicts_row", {"row": defined[0].row.number}))
        return list(first.values())

    def unit(self, outcome):
        cells = outcome.row.cells
        known = self.before.units.get(cells["komorka"])
        kept = known.parent if known and "komorka_nadrzedna" in outcome.row.absent else None
        return Unit(cells["komorka"], cells["nazwa_komorki"], cells["komorka_nadrzedna"] or kept)

    def require_unit(self, outcome):
        cells = outcome.row.cells
        if not cells["komorka"]:
            outcome.problems.append(Problem("komorka", "required"))
        elif cells["komorka"] not in self.after.units:
            outcome.problems.append(Problem("nazwa_komorki", "unit_without_name", {"unit": cells["komorka"]}))
        elif cells["komorka_nadrzedna"] and not cells["nazwa_komorki"]:
            outcome.problems.append(Problem("nazwa_komorki", "required"))

    def post(self, outcome):
        cells = outcome.row.cells
        words = _words(cells["uprawnienia"])
        unknown = [written for word, written in words.items() if word not in ENTITLEMENT_WORDS]
        if unknown:
            outcome.problems.append(Problem("uprawnienia", "unknown_entitlement", {"entitlement": ", ".join(unknown)}))
        head = fold(cells["kierujacy"])
        if head not in YES_WORDS + NO_WORDS:
            outcome.problems.append(Problem("kierujacy", "yes_or_no", {"text": cells["kierujacy"]}))
        if outcome.problems:
            return None
        post = Post(
            id=_post_id(cells),
            title=cells["nazwa_stanowiska"],
            unit=cells["komorka"],
            head=head in YES_WORDS,
            entitlements=frozenset(ENTITLEMENT_WORDS[word] for word in words),
        )
        known = self.before.posts.get(post.id, post)
        if "kierujacy" in outcome.row.absent:
            post = replace(post, head=known.head)
        if "uprawnienia" in outcome.row.absent:
            post = replace(post, entitlements=known.entitlements)
        return post

    def require_post(self, outcome):
        cells = outcome.row.cells
        post = self.after.posts.get(cells["stanowisko"])
        if cells["nazwa_stanowiska"]:
            return
        if cells["kierujacy"] or cells["uprawnienia"]:
            outcome.problems.append(Problem("nazwa_stanowiska", "required"))
        elif cells["stanowisko"] and post is None:
            outcome.problems.append(Problem("nazwa_stanowiska", "post_without_name", {"post": cells["stanowisko"]}))
        elif post and post.unit != cells["komorka"]:
            outcome.problems.append(Problem("komorka", "post_of_another_unit", {"post": post.id, "unit": post.unit}))

    def tenure(self, outcome):
        """Return the tenure that a row describes, None when it has problems."""
        cells = outcome.row.cells
        post_id = _post_id(cells)
        required = {"login": cells["login"], "stanowisko": post_id, "od": cells["od"]}
        outcome.problems += [Problem(column, "required") for column, value in required.items() if not value]
        days = {column: parse_date(cells[column]) for column in ("od", "do")}
        outcome.problems += [
            Problem(column, "day_form", {"text": cells[column]})
            for column, day in days.items()
            if cells[column] and day is None
        ]
        if outcome.problems:
            return None
        key = (cells["login"], post_id, days["od"])
        return Tenure(self.tenure_ids.get(key) or next(self.numbers), *key, days["do"])

    def appoint(self, outcome, tenure):
        key = (tenure.login, tenure.post, tenure.start)
        first, defined = self.seen.setdefault(key, (outcome, tenure))
        if first is not outcome:
            if defined.until != tenure.until:
                outcome.problems.append(Problem("do", "contradicts_row", {"row": first.row.number}))
            return
        self.attempt(outcome, changes.put_tenure, tenure, TENURE_COLUMNS)
        self.note(outcome, self.before.tenures.get(tenure.id), tenure, "appoint", "change_tenure")

    def attempt(self, outcome, put, record, columns):
        try:
            put(self.after, record)
        except Refused as refusal:
            for problem in refusal.problems:
                outcome.problems.append(replace(problem, field=columns[problem.field]))

    def note(self, outcome, before, record, added, changed):
        if not outcome.problems and before != record:
            outcome.effects.append(changed if before else added)


def _appoints(cells):
    return bool(cells["login"] or cells["od"] or cells["do"])


def _words(text):
    """Return the words of a list with commas: as they are compared, and as they are written."""
    written = (word.strip() for word in text.split(","))
    return {fold(word).replace(" ", "-"): word for word in written if word}


def _post_id(cells):
    if cells["stanowisko"]:
        return cells["stanowisko"]
    return proposed_post_id(cells["nazwa_stanowiska"], cells["komorka"]) if cells["nazwa_stanowiska"] else ""
