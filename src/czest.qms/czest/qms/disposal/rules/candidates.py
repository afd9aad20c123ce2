"""Which records may be put on a disposal list, and which may then be destroyed or transferred (ARCH-5, ARCH-6).

This is the only place that says so: the screens ask it what to propose, the operations ask it again at the moment of
the deed, since a hold may have come in between, and a hold wins.
"""

from czest.qms.disposal.rules.consents import consent_problems
from czest.qms.disposal.rules.listing import Listing
from czest.qms.disposal.rules.problems import Problem
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import due_from
from czest.qms.records.rules.retention import held_until
from czest.qms.records.rules.retention import Hold
from czest.qms.records.rules.retention import WITHOUT_END
from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class Candidate:
    """What decides about the disposal of one record.

    Attributes:
        record: UID of the record.
        state: state id of the record.
        category: its ``Category``, or None where the series lost its schedule.
        jrwa_class: symbol of its class, or an empty string.
        closed_on: day on which the case ended, or None.
        holds: tuple of every ``Hold`` over it: its own, those of its series and of groups.
        appraised_on: day on which the appraisal was recorded that found no archival material in it, or None.
        is_published: whether it is shown in the bulletin.
        on_list: UID of the list that holds it, or None.
    """

    record: str
    state: str
    category: Category | None
    jrwa_class: str
    closed_on: datetime.date | None
    holds: tuple[Hold, ...] = ()
    appraised_on: datetime.date | None = None
    is_published: bool = False
    on_list: str | None = None

    @property
    def has_schedule(self):
        """Whether it has what says how long it is kept: a class and a category."""
        return self.category is not None and bool(self.jrwa_class)


def problems_of(candidate, selection, day):
    """Return what keeps a record from being put on a list, as a tuple of ``Problem``.

    Parameters:
        candidate: a ``Candidate``.
        selection: the ``Selection`` of the list.
        day: date in the office.
    """
    found = []
    if candidate.on_list is not None:
        found.append(Problem("on_another_list"))
    elif candidate.state != "filed":
        found.append(Problem("not_filed"))
    return (*found, *_problems_of_the_record(candidate, selection, day))


def _problems_of_the_record(candidate, selection, day):
    """Yield what keeps a record from disposal by a list of this selection, whatever list it stands on."""
    if candidate.has_schedule:
        yield from _problems_of_its_time(candidate, selection, day)
    else:
        yield Problem("no_schedule")
    last_held = held_until(candidate.holds, day)
    if last_held is not None:
        yield Problem("on_hold", None if last_held == WITHOUT_END else last_held)
    if candidate.is_published and selection.kind != "A":
        yield Problem("published")


def _problems_of_its_time(candidate, selection, day):
    if not selection.covers(candidate.category):
        yield Problem(_kind_problem(candidate, selection))
    elif candidate.closed_on is None:
        yield Problem("not_closed")
    elif candidate.closed_on > day:
        yield Problem("closed_in_future", candidate.closed_on)
    else:
        first = due_from(candidate.category, candidate.closed_on)
        if first > day:
            yield Problem("not_due", first)


def _kind_problem(candidate, selection):
    if candidate.category.kind == "A":
        return "archival"
    return "not_archival" if selection.kind == "A" else "other_kind"


def obstacles_to_destruction(candidate, listing, day):
    """Return everything that forbids to destroy a record on ``day``, as a tuple of ``Problem``.

    Parameters:
        candidate: a ``Candidate``, as it is at the moment of the deed.
        listing: the ``Listing`` on which it stands.
        day: date in the office.
    """
    found = [*_obstacles_of_the_list(listing, day), *_obstacles_of_the_row(candidate, listing, day)]
    if candidate.category is not None and candidate.category.kind == "BE" and not _is_appraised(candidate, day):
        found.append(Problem("not_appraised"))
    return tuple(found)


def _obstacles_of_the_list(listing, day):
    if listing.selection.kind == "A":
        yield Problem("archival")
    if listing.is_refused:
        yield Problem("refused")
    yield from consent_problems(listing.consent, listing, day)


def _obstacles_of_the_row(candidate, listing, day):
    if candidate.on_list != listing.uid or candidate.state != "disposal_pending":
        yield Problem("not_on_this_list")
    if candidate.record in listing.excluded:
        yield Problem("excluded")
    yield from _problems_of_the_record(candidate, listing.selection, day)


def _is_appraised(candidate, day):
    """Whether the archive appraised it when its years were over, and not only will."""
    if candidate.appraised_on is None or candidate.closed_on is None:
        return False
    return due_from(candidate.category, candidate.closed_on) <= candidate.appraised_on <= day


def may_be_destroyed(candidate: Candidate, listing: Listing, day: datetime.date) -> bool:
    """Whether a record may be destroyed on ``day`` (ARCH-6)."""
    return not obstacles_to_destruction(candidate, listing, day)


def divided(candidates, obstacles, listing, day):
    """Return what a list does to its records now, and what it leaves: ``(tuple of candidates, {UID: problems})``.

    Parameters:
        candidates: iterable of ``Candidate``, as they are at the moment of the deed.
        obstacles: ``obstacles_to_destruction`` or ``obstacles_to_transfer``.
        listing, day: as there.
    """
    done, left = [], {}
    for candidate in candidates:
        found = obstacles(candidate, listing, day)
        if found:
            left[candidate.record] = found
        else:
            done.append(candidate)
    return tuple(done), left


def obstacles_to_transfer(candidate, listing, day):
    """Return everything that forbids to hand a record over to the state archive, as a tuple of ``Problem``.

    Parameters:
        candidate, listing, day: as in ``obstacles_to_destruction``.
    """
    found = [] if listing.selection.kind == "A" else [Problem("not_archival")]
    if listing.is_refused:
        found.append(Problem("refused"))
    found += _obstacles_of_the_row(candidate, listing, day)
    return tuple(found)


def may_be_transferred(candidate: Candidate, listing: Listing, day: datetime.date) -> bool:
    """Whether a record may be handed over on ``day`` (ARCH-5)."""
    return not obstacles_to_transfer(candidate, listing, day)
