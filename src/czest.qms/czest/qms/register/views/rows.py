"""The rows of the register, from brains alone.

They are written by Python: in a page template the expressions of a hundred rows took more than half of the page's time.
"""

from czest.qms import _
from czest.qms.appearance.markup import state_word
from czest.qms.register.entries import entry
from czest.qms.register.wording import openness_markup
from czest.qms.register.wording import running_sentence
from czest.qms.register.wording import state_icon
from html import escape
from zope.i18n import translate


#: Head of the column of days; on phones, where a row is a card, it stands before the day.
IN_FORCE_SINCE = _("In force since")

ROW = (
    '<tr data-state="{state}"><th class="qms-cell-symbol" scope="row">{symbol}</th>'
    '<td class="qms-cell-title"><a href="{url}">{title}</a>{second_line}</td>'
    '<td class="qms-cell-wide-only">{owner_unit}</td><td class="qms-cell-wide-only">{edition}</td>'
    '<td class="qms-date-cell"{day_label}>{in_force_from}</td><td class="qms-cell-wide-only">{openness}</td>'
    '<td class="qms-cell-first">{state_word}</td></tr>\n'
)

SECOND_LINE = '<a class="qms-second-line qms-remark qms-remark-soon" href="{url}">{icon} {sentence}</a>'


def rows_markup(answer, brains, request):
    """Return the rows of a page as markup.

    A second line tells of a running edition the person may know of. Of a document with nothing in force yet, the
    running edition fills the row.

    Parameters:
        answer: the Answer.
        brains: its brains of this page.
    """
    running = answer.running_editions(brains)
    openness = openness_markup(request)
    label = f' data-label="{escape(translate(IN_FORCE_SINCE, context=request))}"'
    found = []
    for brain in brains:
        edition = running.get(brain.UID)
        row = shown(brain, edition)
        texts = {name: escape(value) if value else "" for name, value in row.items()}
        texts["openness"] = openness.get(row["openness"], "")
        found.append(
            ROW.format(
                **texts,
                url=texts["@id"],
                day_label=label if texts["in_force_from"] else "",
                state_word=state_word(row["state"], request),
                second_line=second_line(edition, request) if edition is not None else "",
            )
        )
    return "".join(found)


def second_line(edition, request):
    """Return the second line of a row as markup."""
    return SECOND_LINE.format(
        url=escape(edition.getURL()),
        icon=state_icon(edition.review_state),
        sentence=escape(running_sentence(edition, request)),
    )


def shown(brain, edition):
    """Return the ``entry`` of a document as lists show it, with its running edition, a brain or None, in mind."""
    row = entry(brain)
    if row["state"] == "draft" and edition is not None:
        row.update(first_edition(edition))
    return row


def first_edition(edition):
    """Return what the first edition of a document, not in force yet, puts into the row."""
    planned = edition.effective_from if edition.review_state == "approved" else None
    return {"state": edition.review_state, "edition": edition.edition_number, "in_force_from": planned}
