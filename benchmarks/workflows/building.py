"""``python -m benchmarks.workflows.building FOLDER COUNT``: a database with so many editions, and as many documents of plain Plone.

Made once and kept. What is there is not made again.
"""

from benchmarks.records.building import make_plain
from benchmarks.records.building import tell
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.serving import application
from benchmarks.signing import pending
from benchmarks.sites import take_over
from benchmarks.workflows.writing import DocumentPattern
from czest.qms.demo.library import do
from czest.qms.demo.library import OFFICER
from czest.qms.jobs.making import fill_with_demo
from czest.qms.jobs.making import make_site
from czest.qms.jobs.site import opened_root
from czest.qms.jobs.site import opened_site
import json
import os
from pathlib import Path
import random
import sys
import time
import transaction


#: Documents of the demonstration that stand for many: what waits for somebody is rare in a large office, but not that rare.
OFTEN = ("PS-04", "PS-07", "P-OR-02", "P-FE-02")
WEIGHT = 3
#: Days by which the copies lie in the past, at most.
YEARS_AGO = 900
#: Editions between two commits.
STEP = 1000


def make_ours(count):
    """Make our site with the demonstration, and copies of its documents until there are so many editions."""
    with opened_root() as root:
        fill_with_demo(make_site(root, OURS))
        transaction.commit()
    with opened_site(site_id=OURS) as portal:
        accounts = json.loads(Path(os.environ["QMS_DEMO_ACCOUNTS"]).read_text(encoding="utf-8"))
        add_missing_states(portal["dokumenty"], accounts)
        transaction.commit()
        fill(portal, count, random.Random(count))


def add_missing_states(library, accounts):
    """Add what the demonstration has no document for: one that waits for its approval, and one that was withdrawn."""
    pending(library, accounts)
    take_over(library, 99)
    do(OFFICER, library["I-KD-099"], "withdraw", reason="Zadanie przejęła inna jednostka.")


def fill(portal, count, chosen):
    """Copy documents until there are so many editions; commit every now and then."""
    library, begun = portal["dokumenty"], time.perf_counter()
    patterns = [DocumentPattern(document) for document in library.objectValues()]
    weights = [WEIGHT if document.symbol in OFTEN else 1 for document in library.objectValues()]
    done = sum(len(pattern.editions) for pattern in patterns)
    number = committed = 0
    while done < count:
        number += 1
        (pattern,) = chosen.choices(patterns, weights)
        done += pattern.write(f"P-KO-{number:05}", chosen.randrange(YEARS_AGO))
        if done - committed >= STEP:
            transaction.commit()
            portal._p_jar.cacheGC()
            committed = done
            tell("editions", done, begun)
    transaction.commit()


def main(folder, count):
    """Make what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    application(folder)
    with opened_root() as root:
        present = root.objectIds()
    if OURS not in present:
        make_ours(count)
    if PLAIN not in present:
        make_plain(count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
