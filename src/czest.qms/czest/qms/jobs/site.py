"""Opening the database and the site outside a web server, as the system itself."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
import contextlib
from czest.qms.interfaces import IQmsLayer
from czest.qms.jobs.refusals import SiteUnavailable
import os
from pathlib import Path
from Testing.makerequest import makerequest
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import Zope2
from Zope2.Startup.run import configure_wsgi


#: Environment variable that names zope.conf; the buildout sets it in ``bin/qms``.
CONFIGURATION = "QMS_ZOPE_CONF"
DEFAULT_CONFIGURATION = Path("parts/intranet/etc/zope.conf")

#: Environment variable and default of the port on which the intranet answers.
PORT_VARIABLE = "QMS_PORT"
PORT = "8080"

SITE_ID = "qms"
LANGUAGE = "pl"


def configuration_path():
    """Return the path of zope.conf.

    Raises:
        SiteUnavailable: when there is no such file.
    """
    path = Path(os.environ.get(CONFIGURATION, DEFAULT_CONFIGURATION))
    if not path.is_file():
        raise SiteUnavailable(f"There is no configuration {path}: run buildout first, or name it in {CONFIGURATION}.")
    return path


def start_zope():
    """Configure Zope, load every package and connect to the database; takes several seconds.

    Raises:
        SiteUnavailable: when there is no configuration.
    """
    configure_wsgi(str(configuration_path()))
    Zope2.startup_wsgi()


@contextlib.contextmanager
def opened_root(connect=None):
    """Give the Zope root with a request, as the system user, on a connection of its own.

    The system user passes every check, has no login and cannot log in. What was not committed is lost at the end.

    Parameters:
        connect: function that returns the root; the configured database by default.
    """
    root = (connect or Zope2.app)()
    # Links made here lead to this machine, unless the office has set the address that people use.
    here = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": os.environ.get(PORT_VARIABLE, PORT)}
    root = makerequest(root, environ={"HTTP_ACCEPT_LANGUAGE": LANGUAGE, **here})
    request = root.REQUEST
    setRequest(request)
    newSecurityManager(request, system)
    try:
        yield root
    finally:
        transaction.abort()
        noSecurityManager()
        setSite(None)
        clearRequest()
        request.close()
        root._p_jar.close()


@contextlib.contextmanager
def opened_site(connect=None, site_id=SITE_ID):
    """Give the site in Polish and on our layer, as the system user, on a connection of its own.

    Raises:
        SiteUnavailable: when the database has no such site.
    """
    with opened_root(connect) as root:
        if site_id not in root.objectIds():
            raise SiteUnavailable(f"There is no site /{site_id} yet: make one with bin/qms init.")
        yield enter(root[site_id])


def enter(portal):
    """Make a site the current one for this thread and its request, and return it."""
    request = portal.REQUEST
    setSite(portal)
    portal.setupCurrentSkin(request)
    alsoProvides(request, IQmsLayer)
    request["LANGUAGE"] = LANGUAGE
    return portal
