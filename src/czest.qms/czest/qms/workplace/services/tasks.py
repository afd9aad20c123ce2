"""``GET @tasks``: what waits for whoever asks, the oldest deadline first; and what he waits for."""

from czest.qms.workplace import rules
from czest.qms.workplace.sent import Sent
from czest.qms.workplace.tasks import Tasks
from czest.qms.workplace.waiting import symbol_of
from plone.restapi.services import Service
from zope.i18n import translate


class TasksGet(Service):
    """Lists the tasks; dates are ``YYYY-MM-DD``, null where there is none."""

    def reply(self):
        tasks = Tasks().all()
        sent = Sent()
        return {
            "@id": f"{self.context.absolute_url()}/@tasks",
            "items": [self.item(task) for task in tasks],
            "items_total": len(tasks),
            "waiting_for_others": [self.sent_item(sent, brain) for brain in sent.editions],
        }

    def sent_item(self, sent, brain):
        """Return what is said of an edition that others have; those asked are named as in the operations of a route."""
        days = {"since": rules.day(brain.state_since), "due": rules.day(brain.stage_due)}
        return {
            "object": brain.getURL(),
            "symbol": symbol_of(brain),
            "title": brain.Title,
            "number": brain.edition_number,
            "state": brain.review_state,
            "waits_for": [asked.key for asked in sent.asked(brain)],
            **{name: day and day.isoformat() for name, day in days.items()},
        }

    def item(self, task):
        return {
            "object": task.url,
            "symbol": task.symbol,
            "title": translate(task.title, context=self.request),
            "number": task.number,
            "operation": task.operation,
            "since": task.since and task.since.isoformat(),
            "due": task.due and task.due.isoformat(),
            "on_behalf_of": task.on_behalf_of,
            "remarks": task.remarks,
        }
