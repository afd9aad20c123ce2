"""Interfaces that every room may use."""

from plone.app.z3cform.interfaces import IPloneFormLayer
from zope.interface import Attribute
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IQmsLayer(IPloneFormLayer, IDefaultBrowserLayer):
    """Browser layer of a site where czest.qms is installed.

    It extends Plone's form layer so that our widgets and form pages win whatever the order of the layers.
    """


class INavigationItem(Interface):
    """A tab of the main navigation, or a page below the tab of settings: a named adapter of the site and the request.

    ``czest.qms.appearance.navigation.NavigationItem`` is a base for those who may import it.
    """

    title = Attribute("The word on the tab, a Message.")
    address = Attribute("Path from the site, without a leading slash; empty for the site itself. Or a whole URL.")
    order = Attribute("Integer; tabs stand from the least to the greatest.")
    counter = Attribute("How many things wait there, an integer; None for no counter.")
    icon = Attribute("Name of an icon drawn before the word, or None.")
    aside = Attribute("True for a tab at the far end of the bar.")
    is_setting = Attribute("True for a page that stands on the page of settings instead of the bar.")
    description = Attribute("What is set up there, a sentence; of a setting only.")

    def available():
        """Tell whether this person sees the tab."""


class IPersonCard(Interface):
    """Utility: how a person is introduced on screen."""

    def card(user_id, name=None):
        """Return ``{"name": full name, "post": name of the post, "unit": name of the unit}``; unknown parts are empty.

        Parameters:
            user_id: login of the person.
            name: the full name where the caller knows it, which saves looking the account up.
        """
