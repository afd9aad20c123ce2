"""Copies of content that was really made: thousands of objects in the time in which operations make a few.

A copy has what its pattern has, but for what is said of it. Its row in the catalog goes through the same indexes, which
are told values instead of having to search objects for them: that is what takes most of the time of a catalog.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from plone.indexer.interfaces import IIndexableObject
from plone.uuid.interfaces import ATTRIBUTE_NAME
from Products.CMFPlone.CatalogTool import sortable_title
from Products.PluginIndexes.util import safe_callable
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


class Seen:
    """What a catalog sees of one object.

    Parameters:
        values: attributes by name.
    """

    def __init__(self, values):
        self.__dict__.update(values)


def seen_of(content, catalog):
    """Return every value that a catalog asks of an object, by name; names without a value are left out."""
    wrapped = getMultiAdapter((content, catalog), IIndexableObject)
    found = {}
    for name in names_asked(catalog):
        value = getattr(wrapped, name, None)
        try:
            found[name] = value() if safe_callable(value) else value
        except AttributeError:
            continue
        if value is None and not hasattr(wrapped, name):
            del found[name]
    return found


def names_asked(catalog):
    """Return the names of the attributes that indexes and columns of a catalog ask for."""
    names = set(catalog.schema())
    for index in catalog._catalog.indexes.values():
        names |= set(index.getIndexSourceNames())
    return sorted(names)


class Pattern:
    """Content that was really made, to be copied beside it.

    Parameters:
        content: the pattern, in its container.
        catalog: the catalog of its site.

    Attributes:
        name: last part of its address.
        attributes: what is stored of it, by name.
        container, path: where copies are put; those of the pattern at first.
    """

    def __init__(self, content, catalog):
        content._p_activate()
        self.container = content.aq_parent
        self.path = self.container.getPhysicalPath()
        self.catalog = catalog
        self._class = type(aq_base(content))
        self.name = content.getId()
        self.attributes = dict(aq_base(content).__dict__)
        self._seen = seen_of(content, catalog)
        self._indexes = indexes_with_something(catalog, self._seen)
        self._intids = getUtility(IIntIds)

    def copy(self, name, uid, values):
        """Return a copy that stands nowhere yet.

        Parameters:
            name: last part of its address.
            uid: its UID.
            values: what is different in it, by name of the attribute.
        """
        copy = self._class.__new__(self._class)
        own = {attribute: own_part(value) for attribute, value in self.attributes.items()}
        copy.__dict__.update({**own, **values, "id": name, ATTRIBUTE_NAME: uid})
        return copy

    def put(self, copy, seen):
        """Put a copy into the container and into the catalog, and return it there.

        Parameters:
            copy: made by ``copy``.
            seen: what the catalog sees different in it, by name.
        """
        name = copy.id
        self.container._setOb(name, copy)
        placed = self.container._getOb(name)
        path = (*self.path, name)
        values = {**self._seen, "UID": getattr(copy, ATTRIBUTE_NAME), "id": name, "getId": name, **seen}
        values["sortable_title"] = sortable_title.callable(Seen(values))
        values["getPhysicalPath"] = lambda: path
        self._catalogue("/".join(path), Seen(values))
        self._intids.register(placed)
        return placed

    def _catalogue(self, address, seen):
        """Add a row as the catalog does, past the indexes that have nothing to say of the pattern."""
        catalog = self.catalog._catalog
        row = catalog.updateMetadata(seen, address, None)
        catalog._length.change(1)
        catalog.uids[address] = row
        catalog.paths[row] = address
        for index in self._indexes:
            index.index_object(row, seen)


def indexes_with_something(catalog, seen):
    """Return the indexes of a catalog that find something among the values that it sees."""
    # These two name no attribute of their own.
    known = {*seen, "path", "effectiveRange"}
    indexes = [catalog._catalog.getIndex(name) for name in catalog.indexes()]
    return [index for index in indexes if known & set(index.getIndexSourceNames())]


def own_part(value):
    """Return a value of an attribute for a copy: what is stored as an object of its own is made anew."""
    if not hasattr(value, "_p_oid"):
        return list(value) if isinstance(value, list) else value
    if isinstance(value, OOBTree):
        return OOBTree(value)
    copy = type(value).__new__(type(value))
    copy.__setstate__(value.__getstate__())
    return copy
