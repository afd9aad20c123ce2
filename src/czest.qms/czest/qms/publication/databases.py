"""Reaching the bulletin's database from the intranet: both are written in one transaction.

The target is named in the configuration of this process and nowhere in the intranet's database, so a restored copy of
the office's data cannot publish.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from App.config import getConfiguration
import contextlib
from czest.qms import _
from czest.qms.bulletin.making import APPLICATION
from czest.qms.bulletin.making import SITE_ID
from czest.qms.operations.errors import OperationRefused
from Products.CMFCore.indexing import processQueue
from Testing.makerequest import makerequest
from ZEO.Exceptions import ClientDisconnected
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest


#: Name of the database in zope.conf.
DATABASE = "bulletin"


class BulletinUnavailable(OperationRefused):
    """This process is not configured to publish, or the bulletin's site is not there."""

    status = 409


def is_configured(connection):
    """Tell whether the configuration names a bulletin's database.

    Parameters:
        connection: a connection to the intranet's database.
    """
    return DATABASE in connection.db().databases or _is_in_configuration()


def connection_to_bulletin(connection):
    """Return the connection to the bulletin's database that commits together with one to the intranet's.

    Raises:
        BulletinUnavailable: when the configuration names none.
    """
    if DATABASE not in connection.db().databases:
        if not _is_in_configuration():
            raise BulletinUnavailable(_("Not done: this installation is not configured to publish in the bulletin."))
        # Zope opens a further database when it is first asked for.
        getConfiguration().dbtab.getDatabase(name=DATABASE)
    return connection.get_connection(DATABASE)


@contextlib.contextmanager
def opened_bulletin(portal):
    """Give the bulletin's site as the current one, as the system user; the intranet's is the current one again after.

    What waits to be indexed is indexed in the catalog of its own site, on entering and on leaving.

    Parameters:
        portal: the intranet's site.

    Raises:
        BulletinUnavailable: when this process may not publish, or the bulletin's site is not there.
    """
    with as_system(makerequest(root_with_bulletin(portal))) as entered:
        site = entered[SITE_ID]
        setSite(site)
        yield site
        processQueue()


def root_with_bulletin(portal):
    """Return the Zope root in which the bulletin's site is.

    Parameters:
        portal: the intranet's site.

    Raises:
        BulletinUnavailable: when this process may not publish, or the bulletin's site is not there.
    """
    try:
        root = connection_to_bulletin(portal._p_jar).root().get(APPLICATION)
        there = root is not None and SITE_ID in root.objectIds()
    except ClientDisconnected as error:
        raise BulletinUnavailable(_("Not done: the bulletin's database does not answer. Try again later.")) from error
    if not there:
        raise BulletinUnavailable(_("Not done: the bulletin has no site yet; bin/qms make-bulletin makes it."))
    return root


@contextlib.contextmanager
def as_system(root):
    """Work below another root, as the system user and with a request of its own."""
    processQueue()
    site, request, manager = getSite(), getRequest(), getSecurityManager()
    setRequest(root.REQUEST)
    newSecurityManager(root.REQUEST, system)
    setSite(None)
    try:
        yield root
    finally:
        setSecurityManager(manager)
        setRequest(request)
        setSite(site)


def _is_in_configuration():
    databases = getattr(getConfiguration(), "dbtab", None)
    return databases is not None and databases.hasDatabase(DATABASE)
