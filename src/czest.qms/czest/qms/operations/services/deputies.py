"""``@deputies``: who may act for whom; everybody keeps his own, the officer everybody's."""

from AccessControl import getSecurityManager
import contextlib
from czest.qms import _
from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.idempotency import Answer
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.operations.services.base import RepeatableService
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.kinds import kind_problems
from czest.qms.organisation.messages import sentence
from czest.qms.organisation.people import account_problems
from czest.qms.organisation.rules import changes
from czest.qms.organisation.rules.asked import read_deputyship
from czest.qms.organisation.rules.model import Refused
import datetime
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Names of the body where those of the rules are others.
BODY_NAMES = {"start": "from"}


@contextlib.contextmanager
def refusals():
    """Turn a refusal of the organisation into one of REST: 403 for rights given to oneself, else 400."""
    try:
        yield
    except Refused as refused:
        errors = [(BODY_NAMES.get(problem.field, problem.field), sentence(problem)) for problem in refused.problems]
        own = next((problem for problem in refused.problems if problem.code == "own_rights"), None)
        if own is not None:
            raise NotPermitted(sentence(own), errors) from refused
        raise InvalidInput(_("Not done: some of the data is wrong."), errors) from refused


class Deputies:
    """What the calls share: the directory, and who may do what."""

    @property
    def directory(self):
        return getUtility(IDirectory)

    def keeps_all(self):
        """Tell whether this person keeps everybody's deputies."""
        return bool(getSecurityManager().checkPermission("czest.qms: Manage organisation", self.context))

    def require_own(self, person):
        """Check that this person may name and dismiss the deputies of a person.

        Raises:
            NotPermitted: when he may not.
        """
        if person != actor() and not self.keeps_all():
            raise NotPermitted(_("Not done: everybody names only deputies of his own, the officer those of others."))

    def described(self, deputyship):
        """Return a deputyship as JSON; ``until`` is null where no end is set, no ``kinds`` means every kind."""
        return {
            "@id": f"{self.context.absolute_url()}/@deputies/{deputyship.id}",
            "id": deputyship.id,
            "person": deputyship.person,
            "deputy": deputyship.deputy,
            "from": deputyship.start.isoformat(),
            "until": deputyship.until.isoformat() if deputyship.until else None,
            "mandate": deputyship.mandate,
            "kinds": sorted(deputyship.kinds),
            "standing": deputyship.standing(clock.today()),
        }


@implementer(IPublishTraverse)
class OneDeputyship(Deputies, Service):
    """A call about all deputyships, or about the one whose number the address names."""

    number = None

    def publishTraverse(self, request, name):
        if self.number is not None:
            raise NotFound(name)
        self.number = name
        return self

    def deputyship(self):
        """Return the deputyship of the address.

        Raises:
            NotFound: when there is none.
        """
        number = self.number or ""
        found = None
        if number.isascii() and number.isdigit():
            found = self.directory.organisation().deputyships.get(int(number))
        if found is None:
            raise NotFound(number)
        return found


class DeputiesGet(OneDeputyship):
    """Answers one deputyship, or all that this person may see, the newest first."""

    def reply(self):
        if self.number is not None:
            return self.described(self.visible(self.deputyship()))
        shown = [one for one in self.directory.deputyships() if self.sees(one)]
        return {
            "@id": f"{self.context.absolute_url()}/@deputies",
            "items": [self.described(one) for one in shown],
            "items_total": len(shown),
        }

    def sees(self, deputyship):
        return actor() in (deputyship.person, deputyship.deputy) or self.keeps_all()

    def visible(self, deputyship):
        if not self.sees(deputyship):
            raise NotPermitted(_("Not shown: this is neither a deputy of yours nor a person you represent."))
        return deputyship


class DeputiesPost(Deputies, RepeatableService):
    """Appoints a deputy."""

    success = 201

    def act(self):
        body = self.body()
        with refusals():
            asked = read_deputyship(body)
            self.require_own(asked["person"])
            changes.require(
                [
                    *account_problems("person", asked["person"]),
                    *account_problems("deputy", asked["deputy"]),
                    *kind_problems(asked["person"], asked["kinds"]),
                ]
            )
            appointed = self.described(self.directory.appoint_deputy(**asked))
        return Answer(self.success, appointed, {"Location": appointed["@id"]}, about="")


class DeputiesDelete(OneDeputyship):
    """Ends a deputyship at once: its last day was yesterday; without a day before today it is annulled."""

    def reply(self):
        accept_or_require_token(self.request)
        deputyship = self.deputyship()
        self.require_own(deputyship.person)
        today = clock.today()
        if deputyship.standing(today) == "past":
            raise ObjectMovedOn(_("Not done: this deputyship has ended already."))
        with refusals():
            self.directory.end_deputy(deputyship.id, today - datetime.timedelta(days=1))
        return self.reply_no_content()
