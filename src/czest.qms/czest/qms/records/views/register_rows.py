"""The rows of the register of records, from brains alone; written by Python for the same reason as those of documents."""

from czest.qms import _
from czest.qms.appearance.markup import state_word
from czest.qms.records.listing.entries import entries
from html import escape
from zope.i18n import translate


#: Head of the column of days; on phones, where a row is a card, it stands before the day.
CLOSED_ON = _("Case closed")

ROW = (
    '<tr data-state="{state}"><th class="qms-cell-symbol" scope="row">{symbol}</th>'
    '<td class="qms-cell-title"><a href="{url}">{title}</a>{second_line}</td>'
    '<td class="qms-cell-wide-only">{owner_unit}</td><td class="qms-cell-wide-only">{jrwa_class}</td>'
    '<td class="qms-cell-wide-only">{archival_category}</td>'
    '<td class="qms-date-cell"{day_label}>{closed_on}</td>'
    '<td class="qms-date-cell qms-cell-wide-only">{retention_until}</td>'
    '<td class="qms-cell-first">{state_word}{held_word}</td></tr>\n'
)

SECOND_LINE = '<span class="qms-second-line qms-remark">{case_sign}</span>'


def rows_markup(answer, brains, request):
    """Return the rows of a page as markup.

    Parameters:
        answer: the RecordsAnswer.
        brains: its brains of this page.
    """
    label = f' data-label="{escape(translate(CLOSED_ON, context=request))}"'
    held_word = " " + state_word("held", request)
    found = []
    for row in entries(answer, brains):
        texts = {name: escape(str(value)) if value else "" for name, value in row.items()}
        found.append(
            ROW.format(
                **texts,
                url=texts["@id"],
                day_label=label if texts["closed_on"] else "",
                state_word=state_word(row["state"], request),
                held_word=held_word if row["held"] else "",
                second_line=SECOND_LINE.format(**texts) if texts["case_sign"] else "",
            )
        )
    return "".join(found)
