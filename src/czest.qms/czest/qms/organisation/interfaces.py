"""What other rooms may ask of the organisation."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class IDirectory(Interface):
    """Units, posts, who holds them, and deputies; a local utility of the site.

    ``day`` is a date and means today in the office when it is not given, so that rights change
    at once with the data and at midnight of every date, without any job.
    Methods that change something raise ``rules.model.Refused`` when the change is not admissible,
    ``KeyError`` when what is to be changed does not exist, and write to the change log.
    """

    def organisation():
        """Return the ``rules.organisation.Organisation`` as it is; to be read only."""

    def units():
        """Return all units as ``rules.model.Unit``, parents before their children."""

    def unit(symbol):
        """Return the unit with a symbol; ``KeyError`` when there is none."""

    def add_unit(symbol, title, parent=None):
        """Add a unit under another (a symbol), or on top."""

    def change_unit(symbol, title, parent=None):
        """Give a unit another title and place; the symbol stays for ever."""

    def remove_unit(symbol):
        """Remove a unit that has neither units nor posts."""

    def posts():
        """Return all posts as ``rules.model.Post``, by unit."""

    def post(post_id):
        """Return the post with an id; ``KeyError`` when there is none."""

    def add_post(post_id, title, unit, head=False, entitlements=()):
        """Add a post to a unit; ``entitlements`` of ``rules.model.ENTITLEMENTS``."""

    def change_post(post_id, title, unit, head=False, entitlements=()):
        """Change everything of a post but its id."""

    def remove_post(post_id):
        """Remove a post that nobody ever held."""

    def appoint(login, post_id, start, until=None):
        """Note that a person holds a post from a day until a day, both included; return the ``Tenure``."""

    def end_tenure(tenure_id, until):
        """Set the last day of a tenure (None: no end); before its first day it annuls one not yet begun."""

    def holders(post_id, day=None):
        """Return the logins that hold a post on a day."""

    def posts_of(login, day=None):
        """Return the posts of a person on a day: heads first."""

    def post_title(login, day=None, entitlement=None):
        """Return the title to be written beside a signature, '' when the person holds no post.

        Of several posts the one that gives ``entitlement`` goes first.
        """

    def units_of(login, day=None):
        """Return the symbols of the units in which a person holds posts."""

    def head_of(symbol, day=None):
        """Return the login that heads a unit, or None."""

    def entitled(entitlement, day=None):
        """Return the set of logins whose posts give an entitlement."""

    def is_entitled(login, entitlement, day=None):
        """Tell whether a post of a person gives an entitlement."""

    def roles(login, day=None):
        """Return the global roles of a person that follow from posts."""

    def group_ids(login, day=None):
        """Return the ids of all groups of a person that follow from posts."""

    def group_members(group_id, day=None):
        """Return the logins that belong to such a group."""

    def appoint_deputy(person, deputy, start, until, mandate, kinds=()):
        """Note that ``deputy`` may act for ``person``, by virtue of ``mandate`` (text); return the ``Deputyship``.

        ``kinds`` are portal types of documents; none means every kind.
        """

    def end_deputy(deputyship_id, until):
        """Set the last day of a deputyship; before its first day it annuls one not yet begun."""

    def deputies_of(person, day=None, kind=None):
        """Return the deputyships by which somebody may act for a person in documents of a kind (None: of any)."""

    def represented_by(login, day=None, kind=None):
        """Return the deputyships by which a person may act for others in documents of a kind (None: of any).

        A deputy of a deputy does not act.
        """

    def deputy_group_ids(login, day=None):
        """Return the ids of the groups of a person as a deputy; see ``rules.organisation.deputy_group``."""

    def deputy_group_members(group_id, day=None):
        """Return the logins that belong to such a group."""

    def deputyships():
        """Return all deputyships, the newest first."""

    def apply(steps):
        """Carry out ``rules.changes.Change`` objects in their order."""

    def log():
        """Return the entries of the change log, the newest first."""


class IOrganisationChanged(Interface):
    """The directory has changed; a room above writes it down where it cannot be altered."""

    change = Attribute("Kind of the change, such as ``appoint``")
    record = Attribute("The unit, post, tenure or deputyship as it is now, or as it was when it was removed")


@implementer(IOrganisationChanged)
@dataclass(frozen=True)
class OrganisationChanged:
    """The directory has changed."""

    change: str
    record: object
