"""In which chain the trail of an object is kept."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.evidence.interfaces import ITrailKey
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.interface import implementer


@implementer(ITrailKey)
@adapter(IHasTrail)
class OwnTrail:
    """An object keeps its own chain unless its room says otherwise (an edition is traced with its document)."""

    def __init__(self, context):
        self.trail_uid = IUUID(context)
