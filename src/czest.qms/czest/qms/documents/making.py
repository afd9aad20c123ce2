"""Making controlled objects; called by operations only, since the gate must be open."""

from plone.dexterity.utils import createContent
from plone.uuid.interfaces import IUUID


def make(container, portal_type, name, values):
    """Add an object to a container and return it.

    Parameters:
        container: the library or a document.
        portal_type: such as ``Procedure``.
        name: last part of the address.
        values: attributes by name.
    """
    content = createContent(portal_type)
    content.id = name
    for attribute, value in values.items():
        setattr(content, attribute, value)
    container._setObject(name, content, set_owner=False)
    return container[name]


def uid_of(content):
    """Return the UID of an object."""
    return IUUID(content)
