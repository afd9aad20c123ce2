"""Who may confirm identity is evidence: every change of these settings has its entry in the trail."""

from czest.qms.approval.identity.settings import IIdentitySettings
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import actor
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter
from zope.component import queryUtility


#: Key and label of the chain; settings have no UID.
CHAIN = "identity"
CHANGED = "change-identity-setting"


@adapter(IRecordModifiedEvent)
def trace_change(event):
    """Append an entry for a changed setting of the identity provider."""
    record, trail = event.record, queryUtility(ITrail)
    if record.interfaceName != IIdentitySettings.__identifier__ or trail is None or event.oldValue == event.newValue:
        return
    details = {"setting": record.fieldName, "old": event.oldValue, "new": event.newValue}
    trail.append(CHAIN, label=CHAIN, operation=CHANGED, actor=actor(), details=details)
