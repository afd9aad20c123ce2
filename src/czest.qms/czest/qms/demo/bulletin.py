"""The bulletin of the demonstration: each publication goes its real way on its day."""

from czest.qms import clock
from czest.qms.demo.library import do
from czest.qms.demo.reading import data_of
from czest.qms.demo.records import file_of
from czest.qms.publication.databases import is_configured
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
from plone import api


OFFICER, EDITOR = "pelnomocnik", "redaktor-bip"

#: Setting by which the navigation leads to the bulletin.
ADDRESS = "czest.qms.office.bulletin_address"

REQUESTED_AT, DECIDED_AT = datetime.time(13, 20), datetime.time(8, 0, 7)


def omitted(plan):
    """Return the text by which what was left out is marked in what is public."""
    return f"[wyłączono: {plan['exclusions'][0]['legal_basis']}]"


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
        if plan is not None:
            produced_on = edition.in_force_from - datetime.timedelta(days=14)
            self.carry_out(edition, plan, {"produced_on": produced_on, **text_of_request(edition, plan)})

    def follow_record(self, record):
        """Do with a filed record what the demonstration has planned for it."""
        plan = self.plans.get(record.symbol)
        if plan is not None:
            self.carry_out(record, plan, {"produced_on": record.created_on, **files_of_request(record, plan)})

    def carry_out(self, content, plan, asked):
        """Ask for a publication and lead it to its end.

        Parameters:
            content: the edition or record.
            plan: what ``bulletin.json`` says.
            asked: fields of the request that are its own.
        """
        day = datetime.date.fromisoformat(plan["day"])
        with at(day, REQUESTED_AT, days_before=1):
            do(OFFICER, content, "request-publication", **asked, **self.request_of(plan))
        if plan["fate"] == "request":
            return
        password = self.accounts[EDITOR]["password"]
        with at(day, DECIDED_AT):
            do(EDITOR, content, "publish", password=password, checklist=dict.fromkeys(QUESTIONS, False))
        if plan["fate"] == "withdraw":
            with at(datetime.date.fromisoformat(plan["withdrawn_on"]), DECIDED_AT):
                do(EDITOR, content, "unpublish", reason=plan["reason"])

    def request_of(self, plan):
        """Return the input that every request for publication has."""
        return {
            "responsible_name": self.accounts[OFFICER]["fullname"],
            "responsible_post": self.accounts[OFFICER]["post"],
            "bip_until": datetime.date(2031, 12, 31),
            "exclusions": plan.get("exclusions"),
        }


def text_of_request(edition, plan):
    """Return the public text of an edition where it differs from the text inside."""
    if "omit" in plan:
        return {"public_body": edition.body.raw.replace(plan["omit"], omitted(plan))}
    return {"public_body": plan.get("public_body", "")}


def files_of_request(record, plan):
    """Return the redacted file of a record: made from the text of the original, less what is left out."""
    original = plan["redacted_from"]
    redacted = file_of(original, record.title, lambda text: text.replace(plan["omit"], omitted(plan)))
    return {"redacted_file": redacted, "redacted_from": original}


def at(day, time, days_before=0):
    """Stop the clock on a day, at a time of the office."""
    moment = datetime.datetime.combine(day, time, clock.OFFICE_ZONE)
    return clock.stopped_at(moment - datetime.timedelta(days=days_before))
