"""Moments of the one clock, as Zope's own histories keep them."""

from czest.qms import clock
from DateTime import DateTime


def zope_moment():
    """Return the present moment as a Zope DateTime in the zone of the office (Europe/Warsaw)."""
    return DateTime(clock.now().astimezone(clock.OFFICE_ZONE))
