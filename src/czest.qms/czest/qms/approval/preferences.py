"""How people want to be told of their tasks."""

from BTrees.OOBTree import OOBTree
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.rules import mailing
from persistent import Persistent
from zope.interface import implementer


@implementer(INotificationPreferences)
class NotificationPreferences(Persistent):
    """See INotificationPreferences."""

    def __init__(self):
        self._choices = OOBTree()
        self._days = OOBTree()

    def choice(self, login):
        return self._choices.get(login, mailing.AT_ONCE)

    def choose(self, login, choice):
        if choice not in mailing.CHOICES:
            raise ValueError(choice)
        self._choices[login] = choice

    def those_who_chose(self, choice):
        return [login for login, chosen in self._choices.items() if chosen == choice]

    def last_day(self, name):
        return self._days.get(name)

    def note_day(self, name, day):
        self._days[name] = day
