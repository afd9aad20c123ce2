"""What the directory is asked: who holds what, and which rights follow, as of a day."""

from czest.qms import clock


class Questions:
    """Answers what ``organisation()``, which a subclass gives, knows of a day; today in the office where none is given."""

    def holders(self, post_id, day=None):
        return self.organisation().holders(post_id, day or clock.today())

    def posts_of(self, login, day=None):
        return self.organisation().posts_of(login, day or clock.today())

    def post_title(self, login, day=None, entitlement=None):
        return self.organisation().post_title(login, day or clock.today(), entitlement)

    def units_of(self, login, day=None):
        return self.organisation().units_of(login, day or clock.today())

    def head_of(self, symbol, day=None):
        return self.organisation().head_of(symbol, day or clock.today())

    def entitled(self, entitlement, day=None):
        return self.organisation().entitled(entitlement, day or clock.today())

    def is_entitled(self, login, entitlement, day=None):
        return any(entitlement in post.entitlements for post in self.posts_of(login, day))

    def roles(self, login, day=None):
        return self.organisation().roles(login, day or clock.today())

    def group_ids(self, login, day=None):
        return self.organisation().group_ids(login, day or clock.today())

    def group_members(self, group_id, day=None):
        return self.organisation().group_members(group_id, day or clock.today())

    def deputies_of(self, person, day=None, kind=None):
        return self.organisation().deputies_of(person, day or clock.today(), kind)

    def represented_by(self, login, day=None, kind=None):
        return self.organisation().represented_by(login, day or clock.today(), kind)

    def deputy_group_ids(self, login, day=None):
        return self.organisation().deputy_group_ids(login, day or clock.today())

    def deputy_group_members(self, group_id, day=None):
        return self.organisation().deputy_group_members(group_id, day or clock.today())
