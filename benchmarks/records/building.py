"""``python -m benchmarks.records.building FOLDER COUNT``: a database with so many records, and as many documents of plain Plone.

Made once and kept: it takes minutes. What is there is not made again.
"""

from benchmarks.copying import Pattern
from benchmarks.records.office import fill
from benchmarks.samples import FOLDER
from benchmarks.samples import other_title
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.serving import application
from benchmarks.sites import make_plain_folder
from czest.qms.jobs.making import fill_with_demo
from czest.qms.jobs.making import make_site
from czest.qms.jobs.site import opened_root
from czest.qms.jobs.site import opened_site
from czest.qms.organisation.interfaces import IDirectory
from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUIDGenerator
import sys
import time
import transaction
from zope.component import getUtility


#: Documents of plain Plone between two commits.
STEP = 10_000


def make_ours(count):
    """Make our site with the demonstration and records of every unit."""
    with opened_root() as root:
        fill_with_demo(make_site(root, OURS))
        transaction.commit()
    with opened_site(site_id=OURS) as portal:
        units = [unit.symbol for unit in getUtility(IDirectory).units()]
        begun = time.perf_counter()
        fill(portal, units, count, lambda done: tell("records", done, begun))


def make_plain(count):
    """Make a plain site with as many published documents in one folder."""
    with opened_root() as root:
        make_plain_folder(root)
        transaction.commit()
    with opened_site(site_id=PLAIN) as portal:
        folder = portal[FOLDER]
        first = api.content.create(folder, "Document", "d-0", title=other_title(0), exclude_from_nav=True)
        api.content.transition(first, "publish")
        transaction.commit()
        pattern = Pattern(folder["d-0"], portal.portal_catalog)
        begun = time.perf_counter()
        for start in range(1, count, STEP):
            for number in range(start, min(start + STEP, count)):
                add_copy(pattern, number)
            transaction.commit()
            portal._p_jar.cacheGC()
            tell("documents", min(start + STEP, count), begun)
        put_in_order(folder, [f"d-{number}" for number in range(1, count)])
        transaction.commit()


def add_copy(pattern, number):
    """Add one document of plain Plone."""
    name, title = f"d-{number}", other_title(number)
    copy = pattern.copy(name, getUtility(IUUIDGenerator)(), {"title": title})
    pattern.put(copy, {"Title": title, "SearchableText": f"{name} {title}"})


def put_in_order(folder, names):
    """Note the places of the children of a folder, all at once: Plone writes them all again for each."""
    ordering = folder.getOrdering()
    places, order = ordering._pos(True), ordering._order(True)
    places.update({name: place for place, name in enumerate(names, len(order))})
    order.extend(names)


def tell(what, done, begun):
    """Say how far it is."""
    print(f"{what}: {done}, {done / (time.perf_counter() - begun):.0f} a second", flush=True)


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
