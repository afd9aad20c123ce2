"""What letters say: which edition, what is asked, until when and where; never what stands in it or was remarked."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import ILetters
from czest.qms.approval.office_letters import all_letters
from czest.qms.approval.office_letters import office_letters
from czest.qms.approval.office_letters import samples_for
from czest.qms.approval.rules.letter_texts import problems
from czest.qms.approval.rules.letter_texts import rendered
from czest.qms.approval.rules.letters import LETTERS
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.language.dates import long_date
from czest.qms.organisation.people import full_name
import datetime
from plone import api
from zope.i18n import translate
from zope.interface import implementer


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


def _composed(paragraphs):
    """Return the text of a message: its paragraphs and how the person is told."""
    last = _("How the system tells you: ${address}", mapping={"address": f"{site_address()}/@@notifications"})
    return "\n\n".join([*paragraphs, f"-- \n{in_words_of_site(last)}"]) + "\n"


def name_of(edition):
    """Return symbol, title and number of an edition."""
    words = {"symbol": edition.document.symbol, "title": edition.title, "number": edition.number}
    return in_words_of_site(_("${symbol} ${title}, edition ${number}", mapping=words))


def text_of(letter, language):
    """Return subject and text of a letter in a language: the office's own where it can be sent, else as shipped."""
    own = office_letters().get(letter.id, {}).get(language)
    if own is not None and not problems(letter, own["subject"], own["text"]):
        return own["subject"], own["text"]
    subject, *shipped = [translate(_(part), target_language=language) for part in (letter.subject, *letter.text)]
    return subject, "\n\n".join(shipped)


def written_letter(letter_id, values):
    """Return subject and text of a letter in the language of the site.

    Parameters:
        letter_id: key of ``all_letters()``: only what the office may word itself can be sent.
        values: by name of a field, see ``rules.letter_texts.rendered``.
    """
    letter = all_letters()[letter_id]
    subject, paragraphs = rendered(letter, *text_of(letter, api.portal.get_default_language()), values)
    return subject, _composed(paragraphs)


def preview(letter_id, subject, text):
    """Return how a letter would read with invented values, as subject and text.

    Parameters:
        letter_id: key of ``all_letters()``.
        subject, text: what the office wrote, without problems.
    """
    found, paragraphs = rendered(all_letters()[letter_id], subject, text, samples_for(letter_id))
    return found, _composed(paragraphs)


@implementer(ILetters)
class LettersOfRoutes:
    """The letters of routes and of the optional states."""

    order = 10
    letters = LETTERS

    def samples(self):
        return sample_values()


def sample_values():
    """Return invented values of the fields of a letter about an edition, by name."""
    words = {"symbol": "PS-01", "title": "Obieg korespondencji", "number": "6"}
    return {
        "edition": in_words_of_site(_("${symbol} ${title}, edition ${number}", mapping=words)),
        "day": long_date(clock.today() + datetime.timedelta(days=5)),
        "days": 3,
        "who": in_words_of_site(_("Legal counsel")),
        "behalf": in_words_of_site(_("Secretary of the City")),
        "address": f"{site_address()}/dokumenty/PS-01/wydanie-6",
    }


def task_letter(edition, stage, claim):
    """Return subject and text for somebody whom a stage asks.

    Parameters:
        claim: by what right the person signs.
    """
    return written_letter(
        stage.purpose, {**asked_values(edition, stage, claim), "address": task_address(edition, stage)}
    )


def consultation_letter(edition, consultation, claim):
    """Return subject and text for somebody who is asked before the route begins.

    Parameters:
        claim: by what right the person answers.
    """
    return written_letter(consultation.pattern, asked_values(edition, consultation, claim))


def author_letter(letter_id, edition):
    """Return subject and text for an author whose edition has come back to him, or whose agreement is over.

    Parameters:
        letter_id: ``returned``, ``agreement_over`` or ``formally_right``.
    """
    return written_letter(letter_id, values_of(edition))


def reminding_letter(edition, running, claim, is_late):
    """Return subject and text for somebody who is asked and whose deadline is near, or past.

    Parameters:
        running: the stage or the consultation that is asked for.
    """
    values = asked_values(edition, running, claim)
    values["days"] = (clock.today() - running.due).days
    if hasattr(running, "act"):
        values["address"] = task_address(edition, running)
    return written_letter("remind_after" if is_late else "remind_before", values)


def escalating_letter(edition, running, asked, days):
    """Return subject and text for the quality officer about what is late.

    Parameters:
        running: the stage or the consultation.
        asked: names of those for whom it waits.
        days: how many days late it is.
    """
    day = long_date(running.due)
    return written_letter("escalate", {**values_of(edition), "day": day, "days": days, "who": ", ".join(asked)})


def values_of(edition):
    """Return the values that every letter has."""
    return {"edition": name_of(edition), "address": address_in_mail(edition.absolute_url())}


def asked_values(edition, running, claim):
    """Return the values of a letter to somebody who is asked: also for whom he acts, and until when."""
    represented = claim.on_behalf_of
    return {
        **values_of(edition),
        "behalf": None if represented is None else full_name(represented),
        "day": None if running.due is None else long_date(running.due),
    }


def task_address(edition, stage):
    """Return where the signature is given."""
    return address_in_mail(f"{edition.absolute_url()}/@@operation/{PAGES[stage.act]}")
