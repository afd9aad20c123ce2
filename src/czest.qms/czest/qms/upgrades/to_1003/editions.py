"""Editions on their way get the route that they had been going without one; the catalog learns for whom they wait."""

from czest.qms import clock
from czest.qms.approval.interfaces import IWrongPasswords
from czest.qms.approval.passwords import WrongPasswords
from czest.qms.approval.progress import refresh
from czest.qms.documents.content import state_of
from czest.qms.documents.rules import route
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.operations import gate
from czest.qms.upgrades.to_1001.rights import PROFILE
from Products.CMFCore.utils import getToolByName
from zope.component import getSiteManager
from zope.component import queryUtility


#: What a signature of the version before did not say.
ADDED = {"on_behalf_name": None, "on_behalf_post": None, "mandate": None}


def upgrade(setup):
    """Read workflows and catalog again, then bring every open edition up to date."""
    if queryUtility(IWrongPasswords) is None:
        getSiteManager().registerUtility(WrongPasswords(), IWrongPasswords)
    for step in ("workflow", "catalog"):
        setup.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    catalog = getToolByName(setup, "portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Edition", review_state=list(OPEN_STATES)):
        edition = brain._unrestrictedGetObject()
        with gate.opened("upgrade"):
            if not edition.route and state_of(edition) != "draft":
                give_route(edition)
            refresh(edition)


def give_route(edition):
    """Give an edition on its way the route of its short form, and its signatures their places on it."""
    stages = route.short_form(edition.reviewers, edition.approvers)
    edition.signatures = tuple({**placed(signature), **ADDED} for signature in edition.signatures)
    edition.route = stages
    running = edition.course.current if state_of(edition) in SIGNED_IN else None
    for stage in stages:
        edition.route = route.begun(edition.route, stage.id, clock.today())
        if running is None or stage.id == running.id:
            break


def placed(signature):
    """Return a signature with the stage and the one asked for whom it was given."""
    stage = "1" if signature["act"] == REVIEW else "2"
    return {**signature, "stage": stage, "participant": f"{route.PERSON}:{signature['login']}"}
