"""Interfaces of the approval room."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class IRouteTemplates(Interface):
    """Local utility: the templates of routes that the quality officer keeps.

    Methods that change something raise ``organisation.rules.model.Refused`` when the change is not admissible, and
    notify of an ``IRouteTemplatesChanged``.
    """

    def templates():
        """Return all templates as ``rules.templates.Template``, by title."""

    def template(template_id):
        """Return the template with an id; ``KeyError`` when there is none."""

    def free_id(title):
        """Return the id that a new template of this title would get."""

    def put(template):
        """Add a template, or put it in place of the one with the same id."""

    def remove(template_id):
        """Remove a template; editions keep the routes they have. ``KeyError`` when there is none."""


class IRouteTemplatesChanged(Interface):
    """The templates of routes have changed."""

    change = Attribute("``add-route-template``, ``change-route-template`` or ``remove-route-template``")
    template = Attribute("The template as it is now, or as it was when it was removed")


@implementer(IRouteTemplatesChanged)
@dataclass(frozen=True)
class RouteTemplatesChanged:
    """The templates of routes have changed."""

    change: str
    template: object


class IWrongPasswords(Interface):
    """Wrong passwords given with signatures; a local utility of the site."""

    def failures(login):
        """Return the ``rules.locking.Failures`` of a person, or None."""

    def note(login):
        """Count one more and return the ``Failures``."""

    def forget(login):
        """Begin to count anew."""
