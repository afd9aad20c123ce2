"""Making the bulletin's database and site: a complete Zope root of its own, with everything written beforehand.

The public process reads only: what Plone would write at the first view must be there when it starts.
"""

from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.register import ATTRIBUTE
from czest.qms.bulletin.register import ChangeRegister
from czest.qms.language import setup as language_setup
from OFS.Application import AppInitializer
from OFS.Application import Application
from plone.dexterity.utils import createContent
from Products.CMFPlone.factory import addPloneSite
from Products.Sessions import install_browser_id_manager
from Products.Sessions import install_session_data_manager
from Products.SiteErrorLog import install_errorlog
import transaction


SITE_ID = "bip"
TITLE = "Biuletyn Informacji Publicznej"
PROFILE = "czest.qms:bulletin"
LANGUAGE = "pl"
TIME_ZONE = "Europe/Warsaw"

APPLICATION = "Application"


class RootInitializer(AppInitializer):
    """What Zope does to a root when it starts, without loading the products a second time."""

    def install_products(self):
        """Add what the products write at their first start; they were loaded when this process started."""
        root = self.getApp()
        install_browser_id_manager(root)
        install_session_data_manager(root)
        install_errorlog(root)


def make_root(connection):
    """Make the Zope root of an empty database, unless there is one, and commit it.

    Parameters:
        connection: an open connection to the bulletin's database.
    """
    database_root = connection.root()
    if APPLICATION in database_root:
        return
    database_root[APPLICATION] = Application()
    transaction.commit()
    RootInitializer(database_root[APPLICATION]).initialize()


def make_site(root):
    """Make the site of the bulletin with its containers and return it.

    Parameters:
        root: the Zope root of the bulletin's database, with a request.
    """
    return addPloneSite(
        root,
        SITE_ID,
        title=TITLE,
        extension_ids=("plone.app.layout:default", PROFILE),
        default_language=LANGUAGE,
        portal_timezone=TIME_ZONE,
    )


def finish(setup):
    """Finish the profile of the bulletin: lexicon, containers, register."""
    site = setup.aq_parent
    language_setup.install(site)
    for name, title in ((DOCUMENTS, "Dokumenty"), (PAGES, "Strony")):
        if name not in site:
            folder = createContent("BulletinFolder")
            folder.id, folder.title = name, title
            site._setObject(name, folder, set_owner=False)
    if getattr(site.aq_base, ATTRIBUTE, None) is None:
        setattr(site, ATTRIBUTE, ChangeRegister())
