"""``GET CONTAINER/@holds``: every hold in force, and those that ended lately, for those who hold records."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.records.views.holds_list import HoldsListing
from czest.qms.records.views.holds_list import SIZE
from plone.restapi.services import Service


#: Most rows of one answer.
LARGEST_SIZE = 100


class HoldsGet(Service):
    """Lists holds, those that end first before the others, then those that ended."""

    def reply(self):
        """Return the answer.

        Raises:
            InvalidInput: when a parameter is wrong.
        """
        numbers = {name: self._number(name, *limits) for name, limits in BATCH.items()}
        wrong = [name for name, number in numbers.items() if number is None]
        if wrong:
            message = _("The batch asked for is not a number of entries.")
            raise InvalidInput(message, [(name, message) for name in wrong])
        listing = HoldsListing(numbers["b_start"], numbers["b_size"])
        return {
            "@id": f"{self.context.absolute_url()}/@holds",
            "items": listing.rows(),
            "items_total": listing.total,
        }

    def _number(self, name, default, least, most):
        """Return a whole number of the query within its limits, or None."""
        given = str(self.request.form.get(name, default))
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1
        return number if least <= number <= most else None


#: Parameter → what it is where it is not given, and its limits.
BATCH = {"b_start": (0, 0, 10**9), "b_size": (SIZE, 1, LARGEST_SIZE)}
