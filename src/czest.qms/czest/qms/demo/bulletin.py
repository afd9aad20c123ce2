"""The bulletin of the demonstration: each publication goes its real way on its day."""

from czest.qms import clock
from czest.qms.demo.library import do
from czest.qms.demo.reading import data_of
from czest.qms.publication.databases import is_configured
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
from plone import api


OFFICER, EDITOR = "pelnomocnik", "redaktor-bip"

#: Setting by which the navigation leads to the bulletin.
ADDRESS = "czest.qms.office.bulletin_address"

REQUESTED_AT, DECIDED_AT = datetime.time(13, 20), datetime.time(8, 0, 7)

#: Text by which what was left out is marked in the public text.
OMITTED = "[wyłączono: art. 5 ust. 1 u.d.i.p.]"


class Bulletin:
    """Publishes editions of the demonstration as they come into force.

    Parameters:
        accounts: ``{login: {"password": …}}``, needed to sign.
    """

    def __init__(self, accounts):
        self.accounts = accounts
        # Without a bulletin's database the demonstration has no bulletin.
        self.plans = {}
        if is_configured(api.portal.get()._p_jar):
            self.plans = data_of("bulletin.json")
            api.portal.set_registry_record(ADDRESS, public_address())

    def follow(self, edition):
        """Do with an edition in force what the demonstration has planned for it."""
        plan = self.plans.get(f"{edition.document.symbol}/{edition.number}")
        if plan is None:
            return
        day = datetime.date.fromisoformat(plan["day"])
        with at(day, REQUESTED_AT, days_before=1):
            do(OFFICER, edition, "request-publication", **self.request_of(edition, plan))
        if plan["fate"] == "request":
            return
        password = self.accounts[EDITOR]["password"]
        with at(day, DECIDED_AT):
            do(EDITOR, edition, "publish", password=password, checklist=dict.fromkeys(QUESTIONS, False))
        if plan["fate"] == "withdraw":
            with at(datetime.date.fromisoformat(plan["withdrawn_on"]), DECIDED_AT):
                do(EDITOR, edition, "unpublish", reason=plan["reason"])

    def request_of(self, edition, plan):
        """Return the input of the request for publication."""
        body = plan.get("public_body", "")
        if "omit" in plan:
            body = edition.body.raw.replace(plan["omit"], OMITTED)
        return {
            "produced_on": edition.in_force_from - datetime.timedelta(days=14),
            "responsible_name": self.accounts[OFFICER]["fullname"],
            "responsible_post": self.accounts[OFFICER]["post"],
            "bip_until": datetime.date(2031, 12, 31),
            "public_body": body,
            "exclusions": plan.get("exclusions"),
        }


def at(day, time, days_before=0):
    """Stop the clock on a day, at a time of the office."""
    moment = datetime.datetime.combine(day, time, clock.OFFICE_ZONE)
    return clock.stopped_at(moment - datetime.timedelta(days=days_before))
