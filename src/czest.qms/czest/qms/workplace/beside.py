"""What stands beside the tasks: what one waits for, who stands in for whom, and how one is told."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import introduction
from czest.qms.workplace.notifying import WORDS
from czest.qms.workplace.sent import Sent
from functools import cached_property
from zope.component import getUtility


#: Rows of what one waits for; the rest is a click away.
SHOWN = 5


class Beside:
    """The side column of one person.

    Parameters:
        login: of the person signed in.
    """

    def __init__(self, login):
        self.login = login

    @cached_property
    def sent(self):
        """What the person sent and others have now."""
        return Sent()

    def waiting(self):
        """Return the latest of what the person waits for."""
        return self.sent.rows(size=SHOWN)

    def deputies(self):
        """Return who acts for the person, today or from a day to come, the nearest first."""
        return [
            {"days": days_of(one), "who": introduction(one.deputy)}
            for one in self._deputyships
            if one.person == self.login
        ]

    def represented(self):
        """Return for whom the person acts, today or from a day to come, the nearest first."""
        return [
            {"days": days_of(one), "who": introduction(one.person)}
            for one in self._deputyships
            if one.deputy == self.login
        ]

    @cached_property
    def _deputyships(self):
        today = clock.today()
        lasting = (one for one in getUtility(IDirectory).deputyships() if one.standing(today) != "past")
        return sorted(lasting, key=lambda one: (one.start, one.id))

    def notification(self):
        """Return how the person is told of tasks."""
        return WORDS[getUtility(INotificationPreferences).choice(self.login)]


def days_of(deputyship):
    """Return the words of the days of a deputyship: "30 listopada – 4 grudnia"; years are said where they are others."""
    start, until = deputyship.start, deputyship.until
    this_year = clock.today().year
    in_words = short_date if {start.year, (until or start).year} == {this_year} else long_date
    if until is None:
        return _("from ${day} (deputy)", mapping={"day": in_words(start)})
    if until == start:
        return in_words(start)
    return f"{in_words(start)} – {in_words(until)}"
