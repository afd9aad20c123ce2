"""The public pages speak Polish in these tests, as they do on the site."""

from pathlib import Path
import pytest
from zope.component import getGlobalSiteManager
from zope.i18n.compile import compile_mo_file
from zope.i18n.gettextmessagecatalog import GettextMessageCatalog
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.translationdomain import TranslationDomain


DOMAIN = "czest.qms"
CATALOG = Path(__file__).parents[3] / "src/czest.qms/czest/qms/locales/pl/LC_MESSAGES"


@pytest.fixture(scope="module", autouse=True)
def in_polish():
    compile_mo_file(DOMAIN, str(CATALOG))
    domain = TranslationDomain(DOMAIN)
    domain.addCatalog(GettextMessageCatalog("pl", DOMAIN, str(CATALOG / f"{DOMAIN}.mo")))
    manager = getGlobalSiteManager()
    manager.registerUtility(domain, ITranslationDomain, DOMAIN)
    yield
    manager.unregisterUtility(domain, ITranslationDomain, DOMAIN)
