"""``GET /@organisation``: units, posts and who holds them today, for the officer."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.organisation.rules.model import ENTITLEMENTS
from plone.restapi.services import Service
from zope.component import getUtility


class OrganisationGet(Service):
    """Answers with everything there is today; dates are ``YYYY-MM-DD``, ``until`` is null where no end is set."""

    def reply(self):
        self.organisation = getUtility(IDirectory).organisation()
        self.today = clock.today()
        units = [unit for _depth, unit in self.organisation.tree()]
        return {
            "@id": f"{self.context.absolute_url()}/@organisation",
            "units": [{"symbol": unit.symbol, "title": unit.title, "parent": unit.parent} for unit in units],
            "posts": [self.post(post) for unit in units for post in self.organisation.posts_in(unit.symbol)],
        }

    def post(self, post):
        tenures = self.organisation.tenures_of_post(post.id)
        return {
            "id": post.id,
            "title": post.title,
            "unit": post.unit,
            "head": post.head,
            "entitlements": [name for name in ENTITLEMENTS if name in post.entitlements],
            "holders": [self.holder(tenure) for tenure in tenures if tenure.covers(self.today)],
        }

    def holder(self, tenure):
        return {
            "login": tenure.login,
            "name": full_name(tenure.login),
            "from": tenure.start.isoformat(),
            "until": tenure.until.isoformat() if tenure.until else None,
        }
