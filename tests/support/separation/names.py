"""Printing, as JSON, every name that the bulletin's process could be asked for, as its own configuration registers them.

A program of its own: ``python -m support.separation.names ZOPE.CONF``, beside the running bulletin.
"""

import json
import sys
from zope.component import getGlobalSiteManager
from zope.publisher.interfaces import IRequest
import Zope2
from Zope2.Startup.run import configure_wsgi


def registered_views():
    """Return the names of all views, REST services, resources and traversers: whatever is made of something and a request."""
    found = set()
    for registration in getGlobalSiteManager().registeredAdapters():
        if registration.name and any(required.isOrExtends(IRequest) for required in registration.required):
            found.add(registration.name)
    return sorted(found)


def names():
    """Return the names of views, of what lies in the roots, and of what the catalog knows."""
    root = Zope2.app()
    try:
        site = root["bip"]
        catalog = site["portal_catalog"]
        found = list(catalog.getAllBrains())
        return {
            "views": registered_views(),
            "root": sorted(root.objectIds()),
            "site": sorted(site.objectIds()),
            "attributes": sorted({*vars(root), *vars(site)}),
            "indexes": sorted({*catalog.indexes(), *catalog.schema()}),
            "uids": sorted(brain.UID for brain in found if isinstance(brain.UID, str)),
            "paths": sorted(brain.getPath() for brain in found),
        }
    finally:
        root._p_jar.close()


if __name__ == "__main__":
    configure_wsgi(sys.argv[1])
    Zope2.startup_wsgi()
    # What the packages print while they are loaded is not meant.
    print(json.dumps(names()))
