"""Building the demonstration on a new site."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules.files import read
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.demo.acts import enact_all
from czest.qms.demo.acts import record_past_acts
from czest.qms.demo.archive import fill_archive
from czest.qms.demo.bulletin import Bulletin
from czest.qms.demo.desk import furnish_desk
from czest.qms.demo.library import fill_library
from czest.qms.demo.library import OFFICER
from czest.qms.demo.people import fill_directory
from czest.qms.demo.people import make_accounts
from czest.qms.demo.people import write_accounts
from czest.qms.demo.published_records import publish_records
from czest.qms.demo.reading import text_of
from czest.qms.demo.routes import keep_templates
from plone import api
from zope.component import getUtility


def build(setup):
    """Finish the ``demo`` profile: people, classification, routes, legal acts, documents, records, bulletin."""
    portal = api.portal.get()
    fill_directory()
    accounts = make_accounts()
    use_sample_scheme()
    keep_templates(OFFICER)
    acts, library = portal["akty"], portal["dokumenty"]
    record_past_acts(acts)
    bulletin = Bulletin(accounts)
    fill_library(library, accounts, bulletin.follow)
    enact_all(acts, library)
    fill_archive(portal["zapisy"])
    if bulletin.plans:
        publish_records(portal["zapisy"], accounts)
        furnish_desk(accounts)
    write_accounts(accounts)


def use_sample_scheme():
    """Put the sample of a city's JRWA in place of the one that ships with the product."""
    table = read(SCHEMES["jrwa"], text_of("jrwa.csv"))
    getUtility(IClassification).replace("jrwa", table.terms)
