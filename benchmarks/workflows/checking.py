"""``python -m benchmarks.workflows.checking FOLDER``: the figures against an independent count, and how fast they are alone.

Every object of ours is woken, and asked for its own history; for the officer, who sees all, and for the auditor and a
clerk, who do not. It ends with an error at the first difference.
"""

from benchmarks.figures import percentile
from benchmarks.samples import OURS
from benchmarks.samples import READER
from benchmarks.serving import application
from benchmarks.walking import walked
from czest.qms import clock
from czest.qms.demo.library import OFFICER
from czest.qms.jobs.site import opened_site
from czest.qms.workflows.astray import uids_astray
from czest.qms.workflows.counting import types_of
from czest.qms.workflows.figures import figures_of
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.listing import listing
from czest.qms.workflows.rules.figures import months_until
from czest.qms.workflows.walking import go_on
from czest.qms.workflows.walking import PIECE
from czest.qms.workflows.walking import Walk
from pathlib import Path
from plone import api
import statistics
import sys
import time
import transaction
from zope.component import getUtility


WORKFLOWS = ("qms_edition_workflow", "qms_document_workflow", "qms_record_workflow")
PEOPLE = (OFFICER, "auditor", READER)
ROUNDS = 20


class Difference(Exception):
    """A figure is not what the walk found; the text says which."""


def same(found, expected, *what):
    """Check that a figure is what the walk found.

    Raises:
        Difference: when it is not.
    """
    if found != expected:
        raise Difference(f"{what}: {found!r}, counted {expected!r}")


def compare(portal, workflow):
    """Compare the figures of a workflow with a walk, for who is signed in; return how many objects were counted."""
    today = clock.today()
    found, figures = walked(portal, workflow, types_of(workflow), today), figures_of(workflow)
    for state, shown in figures.states.items():
        standing = found.standing[state]
        days = [(today - since).days for since in standing.values()]
        same(shown.count, len(standing), workflow, state)
        same(shown.longest_days, max(days, default=None), workflow, state, "longest")
        same(shown.median_days, int(statistics.median(days) + 0.5) if days else None, workflow, state, "median")
        if shown.longest is not None:
            same((today - standing[shown.longest.url]).days, max(days), workflow, state, "the one")
        if shown.late is not None:
            same(shown.late, len(found.late[state]), workflow, state, "late")
            same(listed(workflow, state, late=True), found.late[state], workflow, state, "list of late")
        same(listed(workflow, state), set(standing), workflow, state, "list")
        for month, counted in zip(months_until(today), figures.trend[state], strict=True):
            entered = found.entered[state, month]
            same((counted.month, counted.count), (month, len(entered)), workflow, state, month)
            same(listed(workflow, state, month), entered, workflow, state, month, "list")
    return sum(map(len, found.standing.values()))


def listed(*asked, **more):
    """Return the addresses that a list shows."""
    shown = listing(*asked, **more)
    return {row["url"] for row in shown.rows(0, shown.total)}


def timed(workflow):
    """Return ``(p50, p95)`` of the figures alone in milliseconds, warm."""
    seconds = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        figures_of(workflow)
        seconds.append((time.perf_counter() - begun) * 1000)
    return percentile(seconds, 50), percentile(seconds, 95)


def walk():
    """Walk through all objects as the nightly check does, the cache empty; nothing is kept.

    Returns:
        ``(pieces, seconds, seconds of the slowest piece)``.

    Raises:
        Difference: an object is found not to be as it should be.
    """
    ledger, seconds = getUtility(IAdjustmentsLedger), []
    ledger._p_jar.cacheMinimize()
    ledger.walk = Walk(clock.now())
    while ledger.walk is not None:
        begun = time.perf_counter()
        go_on(ledger, PIECE)
        seconds.append(time.perf_counter() - begun)
    same(uids_astray(ledger), [], "astray")
    transaction.abort()
    return len(seconds), sum(seconds), max(seconds)


def main(folder):
    """Compare everything and print what was compared."""
    application(folder)
    with opened_site(site_id=OURS) as portal:
        for login in PEOPLE:
            with api.env.adopt_user(username=login):
                for workflow in WORKFLOWS:
                    objects = compare(portal, workflow)
                    middle, most = timed(workflow)
                    print(
                        f"{login:14}{workflow:24}{objects:>7} objects, as counted; {middle:.1f} / {most:.1f} ms",
                        flush=True,
                    )
        pieces, whole, slowest = walk()
        print(f"nightly walk: {pieces} pieces, {whole:.1f} s, the slowest {slowest:.2f} s", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
