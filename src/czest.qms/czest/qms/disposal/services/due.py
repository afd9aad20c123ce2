"""``GET /qms/archiwum/@due``: how many records are due, by unit and category."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.due import counts
from czest.qms.operations.errors import InvalidInput
from czest.qms.register.catalog_sets import for_current_user
import datetime
from plone.restapi.services import Service


class DueGet(Service):
    """Counts what may stand on a list up to the end of a year; today without ``year``."""

    def reply(self):
        """Return the answer.

        Raises:
            InvalidInput: the year is no year.
        """
        day = self._day()
        found = counts(for_current_user(), day)
        items = [{"unit": unit, "category": category, **numbers} for (unit, category), numbers in sorted(found.items())]
        return {
            "@id": f"{self.context.absolute_url()}/@due",
            "day": day.isoformat(),
            "items": items,
            "total": sum(item["records"] for item in items),
            "held": sum(item["held"] for item in items),
        }

    def _day(self):
        text = self.request.form.get("year")
        if text is None:
            return clock.today()
        if not (isinstance(text, str) and text.isascii() and text.isdigit() and len(text) == 4 and text > "0000"):
            raise InvalidInput(_("Not counted: a parameter is wrong."), [("year", _("The value could not be read."))])
        return datetime.date(int(text), 12, 31)
