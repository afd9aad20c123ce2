"""A list as a file: ``LIST/@@list.ods`` and ``@@list.csv``, with the official columns (§ 9 ust. 4; ARCH-8)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.locks import held_rows
from czest.qms.disposal.rules.rows import Totals
from czest.qms.disposal.views.lists import kind_sentence
from czest.qms.disposal.views.wording import remarks_of
from czest.qms.language.dates import long_date
from czest.qms.register.exporting import TableFile
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
from decimal import Decimal
from plone import api


#: Key, head, kind and width in millimetres of each column.
COLUMNS = (
    ("number", _("No. (row)"), "number", 12),
    ("case_sign", _("Sign of the records"), "text", 42),
    ("signature", _("Signature (archive)"), "text", 28),
    ("heading", _("Title (heading of the JRWA)"), "text", 80),
    ("years", _("Years"), "text", 24),
    ("units", _("Number of units"), "number", 22),
    ("files", _("Files"), "number", 18),
    ("megabytes", _("MB"), "number", 18),
    ("remarks", _("Remarks"), "text", 70),
)


def place_and_day(content):
    """Return place and day of a list as its head says them; the place is known once the list is signed."""
    place = content.papers.get("signed", {}).get("place")
    day = long_date(content.made_on)
    return f"{place}, {day}" if place else day


class ListFile(TableFile):
    """The list with all its rows."""

    @property
    def file_name(self):
        return f"spis-{self.context.id}"

    def table(self):
        """Return the list; held rows are those of today."""
        content = self.context
        head = [
            content.body_of_records,
            self.words(_("Body that asks for consent: ${body}", mapping={"body": content.requesting_body})),
            place_and_day(content),
            self.words(_("Drawn up by: ${person}", mapping={"person": self._author()})),
        ]
        if content.consent_no:
            mapping = {"sign": content.consent_no, "day": long_date(content.consent_date)}
            head.append(self.words(_("Consent of the archive: ${sign} of ${day}", mapping=mapping)))
        return Table(
            title=f"{content.symbol} – {self.words(kind_sentence(content))}",
            columns=tuple(Column(key, self.words(words), kind, width) for key, words, kind, width in COLUMNS),
            rows=self._rows(),
            head=tuple(head),
            day=clock.today(),
            language=api.portal.get_current_language(),
        )

    def _author(self):
        content = self.context
        return ", ".join(dict.fromkeys(filter(None, (content.made_by_name, content.made_by_post))))

    def _rows(self):
        content, held = self.context, set(held_rows(self.context))
        natural, on_hold = self.words(_("made from nature")), self.words(_("On hold (row)"))
        for number, row in content.rows.items():
            remarks = [row.remarks] if row.remarks else []
            remarks += [on_hold] if number in held else []
            remarks += [self.words(remark) for remark in remarks_of(content, number, number in held)]
            yield (
                number,
                row.case_sign or row.symbol,
                row.signature or natural,
                row.heading,
                row.years,
                row.units,
                row.files,
                Decimal(str(Totals(size=row.size).megabytes)),
                "; ".join(remarks),
            )
