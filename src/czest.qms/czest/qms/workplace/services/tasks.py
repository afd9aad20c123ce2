"""``GET @tasks``: what waits for whoever asks, the oldest deadline first."""

from czest.qms.workplace.tasks import Tasks
from plone.restapi.services import Service


class TasksGet(Service):
    """Lists the tasks; dates are ``YYYY-MM-DD``, null where there is none."""

    def reply(self):
        tasks = Tasks().all()
        return {
            "@id": f"{self.context.absolute_url()}/@tasks",
            "items": [self.item(task) for task in tasks],
            "items_total": len(tasks),
        }

    def item(self, task):
        return {
            "object": task.url,
            "symbol": task.symbol,
            "title": task.title,
            "number": task.number,
            "operation": task.operation,
            "since": task.since and task.since.isoformat(),
            "due": task.due and task.due.isoformat(),
            "on_behalf_of": task.on_behalf_of,
        }
