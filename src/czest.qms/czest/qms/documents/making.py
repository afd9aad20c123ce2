"""Making controlled objects; called by operations only, since the gate must be open."""

from OFS.event import ObjectWillBeAddedEvent
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import IUUID
from zope.event import notify
from zope.lifecycleevent import ObjectAddedEvent


def make(container, portal_type, name, values, *, among_many=False):
    """Add an object to a container and return it.

    Parameters:
        container: the library or a document.
        portal_type: such as ``Procedure``.
        name: last part of the address.
        values: attributes by name.
        among_many: whether the container counts as unchanged, for containers to which many people add at once: its date
            and its row in the catalog stay as they are, so nobody waits for another.
    """
    content = createContent(portal_type)
    content.id = name
    for attribute, value in values.items():
        setattr(content, attribute, value)
    if among_many:
        notify(ObjectWillBeAddedEvent(content, container, name))
    container._setObject(name, content, set_owner=False, suppress_events=among_many)
    if among_many:
        notify(ObjectAddedEvent(container[name], container, name))
    return container[name]


def uid_of(content):
    """Return the UID of an object."""
    return IUUID(content)
