"""What messages about publication say: what is asked or was decided of which edition or record, and where; never what stands in it."""

from czest.qms.approval.interfaces import ILetters
from czest.qms.approval.letters import address_in_mail
from czest.qms.approval.letters import sample_values
from czest.qms.approval.letters import site_address
from czest.qms.approval.letters import written_letter
from czest.qms.language.dates import long_date
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.letters import LETTERS
import datetime
from zope.interface import implementer


#: State of a case → letter to whoever asked.
DECIDED = {
    cases.PUBLISHED: "published",
    cases.SCHEDULED: "publication_scheduled",
    cases.REFUSED: "publication_refused",
    cases.WITHDRAWN: "unpublished",
}


@implementer(ILetters)
class LettersOfPublication:
    """The letters about publication."""

    order = 20
    letters = LETTERS

    def samples(self):
        return {
            **sample_values(),
            "record": "Z-PS01-2026/07 Rejestr korespondencji",
            "entry": public_address("dokumenty/PS-01/wydanie-6"),
            "address": f"{site_address()}/dokumenty/PS-01/wydanie-6/@@publication-review",
        }


def asking_letter(content, due):
    """Return subject and text for a BIP editor who is asked to decide.

    Parameters:
        due: last day to decide.
    """
    return written_letter("publication_requested", {**values_of(content), "day": long_date(due)})


def decided_letter(content, case):
    """Return subject and text for whoever asked, once it is decided or done."""
    values = values_of(content)
    if case.publish_on:
        values["day"] = long_date(datetime.date.fromisoformat(case.publish_on))
    if case.path:
        values["entry"] = public_address(case.path)
    return written_letter(DECIDED[case.state], values)


def archived_letter(content):
    """Return subject and text for a BIP editor about an entry in whose place nothing newer is published."""
    return written_letter("entry_archived", values_of(content))


def corrected_letter(content):
    """Return subject and text for a BIP editor about a record that was corrected after its publication."""
    return written_letter("record_corrected", values_of(content))


def values_of(content):
    """Return the values that every letter about an edition or a record has."""
    publishable = IPublishable(content)
    return {
        "edition": publishable.name,
        "record": publishable.name,
        "address": address_in_mail(f"{content.absolute_url()}/@@publication-review"),
    }
