"""The papers of a list, to be printed or saved as PDF: the list, the request and the protocol (ARCH-7 to ARCH-9)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.locks import held_rows
from czest.qms.disposal.rows import totals
from czest.qms.disposal.rules.row_numbers import written
from czest.qms.disposal.views.list_file import place_and_day
from czest.qms.disposal.views.list_rows import counted_units
from czest.qms.disposal.views.list_rows import files_sentence
from czest.qms.disposal.views.lists import kind_sentence
from czest.qms.disposal.views.wording import remarks_of
from czest.qms.language.dates import long_date
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from zExceptions import NotFound


class Paper(BrowserView):
    """What every paper has: office, place and day, author."""

    is_wide = True

    @property
    def title(self):
        return f"{self.context.symbol} {self.words(self.name)}"

    @property
    def page_name(self):
        return self.name

    def words(self, message):
        """Return a Message in the language of the person."""
        return api.portal.translate(message)

    @property
    def kind_sentence(self):
        return kind_sentence(self.context)

    @property
    def place_and_day(self):
        return place_and_day(self.context)

    @property
    def author(self):
        content = self.context
        return ", ".join(dict.fromkeys(filter(None, (content.made_by_post, content.made_by_name))))

    @cached_property
    def totals(self):
        return totals(self.context)

    @property
    def quantity(self):
        """Units, files and megabytes in words."""
        parts = (counted_units(self.totals.units), files_sentence(self.totals))
        return ", ".join(self.words(part) for part in parts if part)

    def paper(self, step):
        """Return what a step noted, an empty dict before it."""
        return self.context.papers.get(step, {})

    def day(self, date):
        """Return a date as papers write it, dots where it is not known yet."""
        return long_date(date) if date else DOTS


#: What is written by hand.
DOTS = "…" * 12


class ListPaper(Paper):
    """The list; of category A the transfer list."""

    @property
    def name(self):
        return _("Transfer list (paper)") if self.context.kind == "A" else _("Disposal list (paper)")

    def rows(self):
        """Return the rows, all of them."""
        content, held = self.context, set(held_rows(self.context))
        for number, row in content.rows.items():
            remarks = [row.remarks] if row.remarks else []
            remarks += [_("On hold (row)")] if number in held else []
            yield {
                "number": number,
                "sign": row.case_sign or row.symbol,
                "signature": row.signature or _("made from nature"),
                "heading": row.heading,
                "years": row.years,
                "units": row.units,
                "files": files_sentence(row),
                "remarks": [*remarks, *remarks_of(content, number, number in held)],
            }


class RequestPaper(Paper):
    """The request for consent (§ 9 ust. 2 of the regulation of 20.10.2015).

    Raises:
        NotFound: of category A, which is never destroyed.
    """

    name = _("Request for consent")
    basis = _(
        "By § 9 of the regulation of the Minister of Culture and National Heritage of 20 October 2015 on the "
        "classification and qualification of records, consent is asked for the disposal of the records on the "
        "enclosed list."
    )

    def __call__(self):
        if self.context.kind == "A":
            raise NotFound(self.__name__)
        return self.index()

    @cached_property
    def request_data(self):
        return self.paper("requested")

    @property
    def request_day(self):
        return self.day(self.request_data.get("day") or clock.today())

    @property
    def facts(self):
        """Label and value of each line."""
        content, said = self.context, self.request_data
        quantity = self.quantity
        if said.get("metres"):
            mapping = {"quantity": quantity, "metres": said["metres"]}
            quantity = self.words(_("${quantity}, ${metres} running metres", mapping=mapping))
        return [
            (_("Body that asks for consent"), content.requesting_body),
            (_("Body whose records they are"), content.body_of_records),
            (_("Basis of the classification"), said.get("basis") or DOTS),
            (_("Years"), self.totals.years),
            (_("Kind of the records"), said.get("records_are") or DOTS),
            (_("Archival category"), content.category),
            (_("Quantity"), quantity),
            (_("List (enclosed)"), content.symbol),
        ]


class ProtocolPaper(Paper):
    """The protocol of the destruction (ARCH-9): with what was noted, and lines for what is missing.

    Raises:
        NotFound: nothing was destroyed.
    """

    name = _("Protocol of destruction")

    def __call__(self):
        if not self.context.done or self.context.kind == "A":
            raise NotFound(self.__name__)
        return self.index()

    @cached_property
    def noted(self):
        """What was said at the destruction, and over it what the protocol says."""
        return {**self.paper("destroyed"), **{key: value for key, value in self.paper("protocol").items() if value}}

    @property
    def sign(self):
        return self.noted.get("sign") or DOTS

    @property
    def members(self):
        """Members of the commission; three empty lines where none was noted."""
        return self.noted.get("commission") or [DOTS] * 3

    @property
    def facts(self):
        content = self.context
        consent = {"sign": content.consent_no, "day": self.day(content.consent_date)}
        destroyed_on = self.noted.get("destroyed_on") or self.paper("destroyed").get("day")
        units = sum(content.rows[number].units for number in content.done)
        return [
            (_("Disposal list (paper)"), content.symbol),
            (_("Consent of the archive (step)"), self.words(_("${sign} of ${day}", mapping=consent))),
            (_("Method"), self.noted.get("method") or DOTS),
            (_("Destroyed on"), self.day(destroyed_on)),
            (_("Witnesses"), "; ".join(self.noted.get("witnesses") or []) or DOTS),
            (_("Number of destroyed units"), str(units)),
            (_("Archival category of the protocol"), "A"),
        ]

    def rows_left(self):
        """Return the numbers of rows that were not destroyed."""
        return written(number for number in self.context.rows if number not in self.context.done)
