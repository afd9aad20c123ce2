"""``POST EDITION/@presence``: tells that this person is editing the draft, and asks who else is."""

from czest.qms.documents.interfaces import IPresence
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.operations.base import operation_named
from czest.qms.operations.performing import require_permitted
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from plone.restapi.services import Service
from zope.component import getUtility


class PresencePost(Service):
    """Only those who may save the draft now are told.

    Raises:
        NotPermitted: not this person.
        ObjectMovedOn: when it is no draft any more.
    """

    def reply(self):
        accept_or_require_token(self.request)
        require_permitted(operation_named(self.context, self.request, "save"))
        presence = getUtility(IPresence)
        uid, login = uid_of(self.context), actor()
        presence.note(uid, login)
        directory = getUtility(IDirectory)
        return {
            "others": [
                {"name": full_name(other), "post": directory.post_title(other)} for other in presence.others(uid, login)
            ]
        }
