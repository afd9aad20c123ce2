"""Making the bulletin's database and site: a complete Zope root of its own, with everything written beforehand.

The public process reads only: what Plone would write at the first view must be there when it starts.
"""

from czest.qms import clock
from czest.qms.bulletin import writing
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.ready_pages import ready_pages
from czest.qms.bulletin.register import ATTRIBUTE
from czest.qms.bulletin.register import ChangeRegister
from czest.qms.bulletin.snapshot import Person
from czest.qms.language import setup as language_setup
from OFS.Application import AppInitializer
from OFS.Application import Application
from plone.dexterity.utils import createContent
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.factory import addPloneSite
from Products.Sessions import install_browser_id_manager
from Products.Sessions import install_session_data_manager
from Products.SiteErrorLog import install_errorlog
import transaction
from zope.component.hooks import setSite


SITE_ID = "bip"
TITLE = "Biuletyn Informacji Publicznej"
PROFILE = "czest.qms:bulletin"
#: In the register of changes, hence Polish as the rest of the content.
MAKER = Person("", "Redakcja BIP")
FIRST_TEXT = "Pierwsza treść."

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
    """Make the site of the bulletin with its containers and pages, and return it as the current one.

    Parameters:
        root: the Zope root of the bulletin's database, with a request.
    """
    site = addPloneSite(
        root,
        SITE_ID,
        title=TITLE,
        extension_ids=("plone.app.layout:default", PROFILE),
        default_language=LANGUAGE,
        portal_timezone=TIME_ZONE,
    )
    setSite(site)
    at = clock.now().isoformat(timespec="seconds")
    for page in ready_pages():
        writing.put_page(site, page.id, page.title, page.body, None, MAKER, at, FIRST_TEXT)
    processQueue()  # while this is the current site
    return site


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
