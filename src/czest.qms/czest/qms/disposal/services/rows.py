"""``GET LIST/@rows``: the rows of a list with the columns of § 9 ust. 4, page by page."""

from czest.qms import _
from czest.qms.disposal.finding import addresses_of
from czest.qms.disposal.locks import held_rows
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.sentences import sentence_of
from czest.qms.operations.errors import InvalidInput
from dataclasses import asdict
from itertools import islice
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from zope.i18n import translate


MOST = 500


class RowsGet(Service):
    """Lists rows from ``b_start`` on, ``b_size`` of them."""

    def reply(self):
        """Return the answer.

        Raises:
            InvalidInput: a parameter is no number.
        """
        content = self.context
        start, size = self._number("b_start", 0), min(self._number("b_size", 100), MOST)
        held = set(held_rows(content))
        rows = list(islice(content.rows.values(start + 1), size))
        addresses = addresses_of(rows)
        return {
            "@id": f"{content.absolute_url()}/@rows",
            "items": [self._row(row, addresses.get(row.record), row.number in held) for row in rows],
            "items_total": len(content.rows),
        }

    def _number(self, name, default):
        text = self.request.form.get(name, str(default))
        if not (isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 8):
            raise InvalidInput(_("Not listed: a parameter is wrong."), [(name, _("The value could not be read."))])
        return int(text)

    def _row(self, row, address, is_held):
        content, number = self.context, row.number
        excluded = content.excluded.get(number)
        skipped = content.skipped.get(number, ())
        return {
            **asdict(row),
            "@id": address,
            "years": row.years,
            "done_on": json_compatible(content.done.get(number)),
            "excluded": excluded and {**excluded, "day": json_compatible(excluded["day"])},
            "held": is_held,
            "skipped": [translate(sentence_of(Problem(code)), context=self.request) for code in skipped],
        }
