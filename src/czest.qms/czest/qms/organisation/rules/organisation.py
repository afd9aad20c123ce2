"""Questions to the organisation: who holds what on a day, who acts for whom, and which groups and roles follow."""

from czest.qms.organisation.rules.model import GLOBAL_ROLES


#: How the ids of the groups of deputies begin.
DEPUTY_PREFIX = "deputy-"


class Organisation:
    """All units, posts, tenures and deputyships in memory, with an index by login.

    It stores what it is given and answers; whether a change is admissible is asked of ``rules.checks`` before.
    """

    def __init__(self, units=(), posts=(), tenures=(), deputyships=()):
        self.units = {unit.symbol: unit for unit in units}
        self.posts = {post.id: post for post in posts}
        self.tenures = {}
        self.deputyships = {}
        self._by_login = {}
        self._by_post = {}
        self._by_deputy = {}
        for tenure in tenures:
            self.put_tenure(tenure)
        for deputyship in deputyships:
            self.put_deputyship(deputyship)

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

    def put_deputyship(self, deputyship):
        """Store a deputyship, in place of the one with the same id if there is one."""
        self.drop_deputyship(deputyship.id)
        self.deputyships[deputyship.id] = deputyship
        self._by_deputy.setdefault(deputyship.deputy, set()).add(deputyship.id)

    def drop_deputyship(self, deputyship_id):
        """Forget a deputyship; nothing happens when there is none."""
        deputyship = self.deputyships.pop(deputyship_id, None)
        if deputyship is not None:
            self._by_deputy[deputyship.deputy].discard(deputyship_id)

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
        """Return the ids of all groups that the posts of a person give on a day."""
        return {group for post in self.posts_of(login, day) for group in self._groups_of_holder(post)}

    def group_members(self, group_id, day):
        """Return the logins that belong to a group of a unit or a post on a day."""
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

    def deputies_of(self, person, day, kind=None):
        """Return the deputyships by which somebody may act for a person on a day, the oldest first.

        Without ``kind`` those count that are limited to some kinds of documents, too.
        """
        return _in_order(one for one in self._acting(self.deputyships.values(), day, kind) if one.person == person)

    def represented_by(self, deputy, day, kind=None):
        """Return the deputyships by which a person may act for others on a day, the oldest first.

        A deputy of a deputy does not act: whom the represented person represents in turn is not among them.
        Without ``kind`` those count that are limited to some kinds of documents, too.
        """
        held = (self.deputyships[number] for number in self._by_deputy.get(deputy, ()))
        return _in_order(self._acting(held, day, kind))

    def deputy_group_ids(self, login, day):
        """Return the ids of all groups that a person belongs to on a day as a deputy."""
        return {group for one in self.represented_by(login, day) for group in self._groups_of_deputy(one, day)}

    def deputy_group_members(self, group_id, day):
        """Return the logins that belong to a group of deputies on a day."""
        acting = self._acting(self.deputyships.values(), day, None)
        return {one.deputy for one in acting if group_id in self._groups_of_deputy(one, day)}

    def _acting(self, deputyships, day, kind):
        return (one for one in deputyships if one.covers(day) and one.admits(kind))

    def _groups_of_deputy(self, deputyship, day):
        names = {deputyship.person, *self.group_ids(deputyship.person, day)}
        return {deputy_group(name, kind) for name in names for kind in deputyship.kinds or (None,)}

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


def deputy_group(group_or_login, kind=None):
    """Return the id of the group of those who act today for a person, or for whoever belongs to a group.

    Parameters:
        group_or_login: login of the person represented, or the id of a group of a unit or a post.
        kind: the kind of documents that the deputyships are limited to; None for deputyships for every kind.
    """
    return f"{DEPUTY_PREFIX}{group_or_login}-{kind}" if kind else f"{DEPUTY_PREFIX}{group_or_login}"


def _in_order(deputyships):
    return sorted(deputyships, key=lambda deputyship: (deputyship.start, deputyship.id))
