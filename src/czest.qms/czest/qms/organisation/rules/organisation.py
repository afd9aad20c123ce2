"""Questions to the organisation: who holds what on a day, and which groups and roles follow."""

from czest.qms.organisation.rules.model import GLOBAL_ROLES


class Organisation:
    """All units, posts, tenures and deputyships in memory, with an index by login.

    It stores what it is given and answers; whether a change is admissible is asked of ``rules.checks`` before.
    """

    def __init__(self, units=(), posts=(), tenures=(), deputyships=()):
        self.units = {unit.symbol: unit for unit in units}
        self.posts = {post.id: post for post in posts}
        self.deputyships = {deputyship.id: deputyship for deputyship in deputyships}
        self.tenures = {}
        self._by_login = {}
        self._by_post = {}
        for tenure in tenures:
            self.put_tenure(tenure)

    def copy(self):
        """Return an independent copy: records are immutable, so they are shared."""
        return Organisation(self.units.values(), self.posts.values(), self.tenures.values(), self.deputyships.values())

    def put_tenure(self, tenure):
        """Store a tenure, in place of the one with the same id if there is one."""
        self.drop_tenure(tenure.id)
        self.tenures[tenure.id] = tenure
        self._by_login.setdefault(tenure.login, set()).add(tenure.id)
        self._by_post.setdefault(tenure.post, set()).add(tenure.id)

    def drop_tenure(self, tenure_id):
        """Forget a tenure; nothing happens when there is none."""
        tenure = self.tenures.pop(tenure_id, None)
        if tenure is not None:
            self._by_login[tenure.login].discard(tenure_id)
            self._by_post[tenure.post].discard(tenure_id)

    # Units

    def ancestors(self, symbol):
        """Return the symbols of a unit and of all units above it, the unit first."""
        found = []
        while symbol is not None:
            found.append(symbol)
            symbol = self.units[symbol].parent
        return found

    def children(self, symbol):
        """Return the units directly under a unit (None: the top ones), by symbol."""
        return sorted((unit for unit in self.units.values() if unit.parent == symbol), key=lambda unit: unit.symbol)

    def tree(self, symbol=None, depth=0):
        """Yield ``(depth, unit)`` for everything under a unit (None: the whole organisation), parents first."""
        for unit in self.children(symbol):
            yield depth, unit
            yield from self.tree(unit.symbol, depth + 1)

    # Posts and their holders

    def posts_in(self, symbol):
        """Return the posts of a unit itself, heads first, then by title."""
        posts = (post for post in self.posts.values() if post.unit == symbol)
        return sorted(posts, key=lambda post: (not post.head, post.title, post.id))

    def tenures_of_post(self, post_id):
        """Return every tenure of a post, the oldest first."""
        return self._sorted(self._by_post.get(post_id, ()))

    def tenures_of_login(self, login):
        """Return every tenure of a person, the oldest first."""
        return self._sorted(self._by_login.get(login, ()))

    def holders(self, post_id, day):
        """Return the logins that hold a post on a day, in order of appointment."""
        return [tenure.login for tenure in self.tenures_of_post(post_id) if tenure.covers(day)]

    def posts_of(self, login, day):
        """Return the posts that a person holds on a day: heads first, then in order of appointment."""
        held = [self.posts[tenure.post] for tenure in self.tenures_of_login(login) if tenure.covers(day)]
        return sorted(held, key=lambda post: not post.head)

    def post_title(self, login, day, entitlement=None):
        """Return the post to be written beside a signature, '' when the person holds none on that day.

        Of several posts the one that gives the entitlement goes first, then the head of a unit, then the oldest.
        """
        posts = self.posts_of(login, day)
        entitling = [post for post in posts if entitlement in post.entitlements]
        return next((post.title for post in entitling + posts), "")

    def units_of(self, login, day):
        """Return the symbols of the units in which a person holds posts on a day, without those above."""
        return list(dict.fromkeys(post.unit for post in self.posts_of(login, day)))

    def head_of(self, symbol, day):
        """Return the login that heads a unit on a day, or None."""
        heads = (post for post in self.posts_in(symbol) if post.head)
        return next((login for post in heads for login in self.holders(post.id, day)), None)

    def entitled(self, entitlement, day):
        """Return the set of logins whose posts give an entitlement on a day."""
        return {
            login
            for post in self.posts.values()
            if entitlement in post.entitlements
            for login in self.holders(post.id, day)
        }

    # Rights

    def roles(self, login, day):
        """Return the global roles that the posts of a person give on a day."""
        return {
            GLOBAL_ROLES[entitlement]
            for post in self.posts_of(login, day)
            for entitlement in post.entitlements
            if entitlement in GLOBAL_ROLES
        }

    def group_ids(self, login, day):
        """Return the ids of all groups of a person on a day."""
        return {group for post in self.posts_of(login, day) for group in self._groups_of_holder(post)}

    def group_members(self, group_id, day):
        """Return the logins that belong to a group on a day."""
        posts = (post for post in self.posts.values() if group_id in self._groups_of_holder(post))
        return {login for post in posts for login in self.holders(post.id, day)}

    def groups(self):
        """Return every group there is: ``{group id: (kind, record)}``, kind ``unit``, ``authors`` or ``post``."""
        found = {}
        for unit in self.units.values():
            found[unit_group(unit.symbol)] = ("unit", unit)
            found[authors_group(unit.symbol)] = ("authors", unit)
        for post in self.posts.values():
            found[post_group(post.id)] = ("post", post)
        return found

    # Deputies

    def deputies_of(self, person, day):
        """Return the deputyships by which somebody may act for a person on a day."""
        return [
            deputyship
            for deputyship in self.deputyships.values()
            if deputyship.person == person and deputyship.covers(day)
        ]

    def represented_by(self, deputy, day, kind=None):
        """Return the deputyships by which a person may act for others on a day."""
        return [
            deputyship
            for deputyship in self.deputyships.values()
            if deputyship.deputy == deputy and deputyship.covers(day)
        ]

    def _groups_of_holder(self, post):
        groups = {unit_group(symbol) for symbol in self.ancestors(post.unit)}
        groups.add(post_group(post.id))
        if post.head or "author" in post.entitlements:
            groups.add(authors_group(post.unit))
        return groups

    def _sorted(self, tenure_ids):
        return sorted((self.tenures[number] for number in tenure_ids), key=lambda tenure: (tenure.start, tenure.id))


def unit_group(symbol):
    """Return the id of the group of all who work in a unit and the units under it."""
    return f"unit-{symbol}"


def authors_group(symbol):
    """Return the id of the group of those who may write the documents of a unit: its authors and its head."""
    return f"unit-{symbol}-authors"


def post_group(post_id):
    """Return the id of the group of the holders of a post."""
    return f"post-{post_id}"


def deputy_group(principal, kind=None):
    """Return the id of the group of those who act today for a person, or for the members of a group.

    Parameters:
        principal: login or group id.
        kind: kind of document for which they act, or None for every kind.
    """
    return f"deputy-{principal}-{kind}" if kind else f"deputy-{principal}"
