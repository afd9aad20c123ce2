"""Printing the keys by which the two storages, as the intranet's configuration names them, finish a common transaction.

A program of its own: ``python -m support.separation.sorting``, beside the running system.
"""

from App.config import getConfiguration
from czest.qms.jobs.site import configuration_path
from czest.qms.publication.databases import DATABASE
from Zope2.Startup.run import configure_wsgi


def keys():
    """Yield the key of the intranet's storage, then that of the bulletin's."""
    databases = getConfiguration().dbtab
    for name in ("main", DATABASE):
        database = databases.getDatabase(name=name)
        try:
            yield database.storage.sortKey()
        finally:
            database.close()


if __name__ == "__main__":
    configure_wsgi(str(configuration_path()))
    for key in keys():
        print(key)
