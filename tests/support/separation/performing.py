"""Performing an operation as whoever is signed in."""

from czest.qms.operations.base import operation_named
from czest.qms.operations.performing import perform
from zope.globalrequest import getRequest


def performed(content, operation_id, **data):
    """Perform an operation and return what was changed or made."""
    return perform(operation_named(content, getRequest(), operation_id), data).changed
