"""Interfaces of the approval room."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class IRouteTemplates(Interface):
    """Local utility: the templates of routes that the quality officer keeps.

    Methods that change something raise ``organisation.rules.model.Refused`` when the change is not admissible, and
    notify of an ``IRouteTemplatesChanged``. Who is notified may refuse with an ``OperationRefused``: nothing is kept then.
    """

    def templates():
        """Return all templates as ``rules.templates.Template``, by title."""

    def template(template_id):
        """Return the template with an id; ``KeyError`` when there is none."""

    def free_id(title):
        """Return the id that a new template of this title would get."""

    def put(template, reason=""):
        """Add a template, or put it in place of the one with the same id.

        Parameters:
            reason: why, in the words of the person; at most 2000 characters.
        """

    def remove(template_id, reason=""):
        """Remove a template; editions keep the routes they have. ``KeyError`` when there is none.

        Parameters:
            reason: as for ``put``.
        """


class IRouteTemplatesChanged(Interface):
    """The templates of routes have changed."""

    change = Attribute("``add-route-template``, ``change-route-template`` or ``remove-route-template``")
    template = Attribute("The template as it is now, or as it was when it was removed")
    reason = Attribute("Why, in the words of the person; may be empty")


@implementer(IRouteTemplatesChanged)
@dataclass(frozen=True)
class RouteTemplatesChanged:
    """The templates of routes have changed."""

    change: str
    template: object
    reason: str = ""


class ILetters(Interface):
    """Named utility: the letters that a room sends, each of which an office may word itself."""

    order = Attribute("Integer; letters are shown from the least to the greatest, those of one order by its names.")
    letters = Attribute("Id → ``rules.letter_texts.Letter``; no other room has a letter of the same id.")

    def samples():
        """Return invented values for a preview, by name of a field, of all its letters."""


class IWrongPasswords(Interface):
    """Wrong passwords given with signatures; a local utility of the site."""

    def failures(login):
        """Return the ``rules.locking.Failures`` of a person, or None."""

    def note(login):
        """Count one more and return the ``Failures``."""

    def forget(login):
        """Begin to count anew."""


class IUsedProofs(Interface):
    """Proofs of identity that were used; a local utility of the site."""

    def is_used(nonce, target):
        """Tell whether a proof was used for a target."""

    def use(nonce, target, end):
        """Note that a proof is used for a target.

        Parameters:
            nonce, target: as in ``rules.proofs.Proof``.
            end: aware time from which the proof is of no use anyhow.

        Raises:
            ValueError: it was used already.
        """

    def prune():
        """Forget those whose end has passed; return how many."""


class INotificationPreferences(Interface):
    """How people want to be told of their tasks, and what was told on which day; a local utility of the site."""

    def choice(login):
        """Return ``rules.mailing.AT_ONCE``, ``DAILY`` or ``NEVER``."""

    def choose(login, choice):
        """Keep what a person wants.

        Raises:
            ValueError: there is no such choice.
        """

    def those_who_chose(choice):
        """Return the logins of those who chose so, sorted; who chose nothing is not among them."""

    def last_day(name):
        """Return the last day on which a daily job did its work, or None."""

    def note_day(name, day):
        """Note that a daily job has done its work of a day."""
