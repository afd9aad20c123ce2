"""What messages about publication say: what is asked or was decided of which edition or record, and where; never what stands in it."""

from czest.qms import _
from czest.qms.approval.letters import address_in_mail
from czest.qms.approval.letters import composed
from czest.qms.approval.letters import in_words_of_site
from czest.qms.language.dates import long_date
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
import datetime


def asking_letter(content, due):
    """Return subject and text for a BIP editor who is asked to decide.

    Parameters:
        due: last day to decide.
    """
    mapping = {"edition": IPublishable(content).name, "day": long_date(due)}
    return (
        in_words_of_site(_("To publish in the BIP: ${edition}", mapping=mapping)),
        composed(
            _("Somebody asks for publication in the BIP: ${edition}.", mapping=mapping),
            _("Deadline: ${day}.", mapping=mapping),
            address_in_mail(f"{content.absolute_url()}/@@publication-review"),
        ),
    )


def decided_letter(content, case):
    """Return subject and text for whoever asked, once it is decided or done."""
    mapping = {"edition": IPublishable(content).name}
    subject, sentence = DECISIONS[case.state]
    if case.publish_on:
        mapping["day"] = long_date(datetime.date.fromisoformat(case.publish_on))
    address = address_in_mail(f"{content.absolute_url()}/@@publication-review")
    return (
        in_words_of_site(_(subject, mapping=mapping)),
        composed(_(sentence, mapping=mapping), public_address(case.path) if case.path else None, address),
    )


DECISIONS = {
    cases.PUBLISHED: (_("Published in the BIP: ${edition}"), _("It has been published in the BIP: ${edition}.")),
    cases.SCHEDULED: (
        _("To be published in the BIP: ${edition}"),
        _("It will be published in the BIP on ${day}: ${edition}."),
    ),
    cases.REFUSED: (
        _("Publication in the BIP refused: ${edition}"),
        _("The publication in the BIP was refused: ${edition}. The reason is shown there."),
    ),
    cases.WITHDRAWN: (
        _("Withdrawn from the BIP: ${edition}"),
        _("It has been withdrawn from the BIP: ${edition}. The reason is shown there."),
    ),
}


def archived_letter(content):
    """Return subject and text for a BIP editor about an entry in whose place nothing newer is published."""
    mapping = {"edition": IPublishable(content).name}
    return (
        in_words_of_site(_("Archived in the BIP: ${edition}", mapping=mapping)),
        composed(
            _(
                "The edition is no longer in force, so its entry in the BIP is an archived version: ${edition}.",
                mapping=mapping,
            ),
            _("Publish the newer edition, or note that the archived version stays."),
            address_in_mail(f"{content.absolute_url()}/@@publication-review"),
        ),
    )


def corrected_letter(content):
    """Return subject and text for a BIP editor about a record that was corrected after its publication."""
    mapping = {"record": IPublishable(content).name}
    return (
        in_words_of_site(_("Corrected after its publication: ${record}", mapping=mapping)),
        composed(
            _("The record was corrected inside; residents still read what was published: ${record}.", mapping=mapping),
            _("Have it published anew with the correction, withdraw it, or note that the entry stays."),
            address_in_mail(f"{content.absolute_url()}/@@publication-review"),
        ),
    )
