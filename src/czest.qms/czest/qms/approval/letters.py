"""What messages say: which edition, what is asked, until when and where; never what stands in it or was remarked."""

from czest.qms import _
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import OPINION
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.language.dates import long_date
from czest.qms.organisation.people import full_name
from plone import api
from zope.i18n import translate


#: Purpose of a stage → subject of the message.
SUBJECTS = {
    CHECK: _("To check: ${edition}"),
    OPINION: _("For an opinion: ${edition}"),
    APPROVING: _("To approve: ${edition}"),
}
#: Purpose of a stage → what is asked.
ASKED = {
    CHECK: _("You are asked to check: ${edition}."),
    OPINION: _("You are asked for an opinion: ${edition}."),
    APPROVING: _("You are asked to approve: ${edition}."),
}
#: Kind of signature → operation by which it is given.
PAGES = {REVIEW: "review", APPROVAL: "approve"}


def site_address():
    """Return the address of the site that people use, without a slash at the end."""
    set_by_office = api.portal.get_registry_record("czest.qms.office.address", default=None)
    return (set_by_office or api.portal.get().absolute_url()).rstrip("/")


def address_in_mail(url):
    """Return the address that people use for one of the site, such as a worker makes."""
    return site_address() + url.removeprefix(api.portal.get().absolute_url())


def in_words_of_site(message):
    """Return a message in the language of the site, whoever caused it."""
    return translate(message, target_language=api.portal.get_default_language())


def composed(*lines):
    """Return the text of a message; a line is a Message or plain text, None is left out."""
    paragraphs = [in_words_of_site(line) for line in lines if line is not None]
    last = _("How the system tells you: ${address}", mapping={"address": f"{site_address()}/@@notifications"})
    return "\n\n".join([*paragraphs, f"-- \n{in_words_of_site(last)}"]) + "\n"


def name_of(edition):
    """Return symbol, title and number of an edition."""
    words = {"symbol": edition.document.symbol, "title": edition.title, "number": edition.number}
    return in_words_of_site(_("${symbol} ${title}, edition ${number}", mapping=words))


def task_letter(edition, stage, claim):
    """Return subject and text for somebody whom a stage asks.

    Parameters:
        claim: by what right the person signs.
    """
    mapping = {"edition": name_of(edition)}
    return (
        in_words_of_site(_(SUBJECTS[stage.purpose], mapping=mapping)),
        composed(
            _(ASKED[stage.purpose], mapping=mapping),
            behalf(claim),
            deadline(stage),
            task_address(edition, stage),
        ),
    )


def returned_letter(edition):
    """Return subject and text for an author whose edition is a draft again."""
    mapping = {"edition": name_of(edition)}
    return (
        in_words_of_site(_("To correct: ${edition}", mapping=mapping)),
        composed(
            _("Your edition is a draft again: ${edition}.", mapping=mapping),
            _("The reason is shown there."),
            address_in_mail(edition.absolute_url()),
        ),
    )


def reminding_letter(edition, stage, claim, is_late):
    """Return subject and text for somebody who is asked and whose deadline is near, or past."""
    mapping = {"edition": name_of(edition), "day": long_date(stage.due)}
    subject = _("Past the deadline: ${edition}") if is_late else _("Deadline on ${day}: ${edition}")
    return (
        in_words_of_site(_(subject, mapping=mapping)),
        composed(
            _(ASKED[stage.purpose], mapping=mapping),
            behalf(claim),
            _("The deadline has passed: ${day}.", mapping=mapping) if is_late else deadline(stage),
            task_address(edition, stage),
        ),
    )


def escalating_letter(edition, stage, asked, days):
    """Return subject and text for the quality officer about a stage that is late.

    Parameters:
        asked: names of those for whom it waits.
        days: how many days late it is.
    """
    mapping = {"edition": name_of(edition), "day": long_date(stage.due), "days": days, "who": ", ".join(asked)}
    return (
        in_words_of_site(_("Stuck: ${edition}", mapping=mapping)),
        composed(
            _("Past the deadline since ${day} (days: ${days}): ${edition}.", mapping=mapping),
            _("It waits for: ${who}.", mapping=mapping),
            address_in_mail(edition.absolute_url()),
        ),
    )


def behalf(claim):
    """Return for whom the person would sign, or None."""
    if claim.on_behalf_of is None:
        return None
    return _("On behalf of: ${person}.", mapping={"person": full_name(claim.on_behalf_of)})


def deadline(stage):
    """Return the deadline of a stage, or None."""
    return None if stage.due is None else _("Deadline: ${day}.", mapping={"day": long_date(stage.due)})


def task_address(edition, stage):
    """Return where the signature is given."""
    return address_in_mail(f"{edition.absolute_url()}/@@operation/{PAGES[stage.act]}")
