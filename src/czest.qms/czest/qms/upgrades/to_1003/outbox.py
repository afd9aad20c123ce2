"""The outbox and what belongs to it, which were in new sites only."""

from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.preferences import NotificationPreferences
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.jobs.outbox import Outbox
from plone.registry.interfaces import IRegistry
from zope.component import getSiteManager
from zope.component import getUtility


UTILITIES = ((IOutbox, Outbox), (INotificationPreferences, NotificationPreferences))


def upgrade(setup):
    """Register the utilities and the new settings; what is there stays as it is."""
    components = getSiteManager()
    for provided, factory in UTILITIES:
        if components.queryUtility(provided) is None:
            components.registerUtility(factory(), provided)
    registry = getUtility(IRegistry)
    registry.registerInterface(IDocumentSettings)
    registry.registerInterface(IOfficeSettings, prefix="czest.qms.office")
