"""The BIP editor confirms identity at the provider, and finds his answers again when he comes back."""

from czest.qms.documents.making import uid_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.rules.checklist import QUESTIONS
import pytest
from support.office import file_named
from support.walker import Walker
import transaction
from zope.component import getUtility


CONFIRM = "Confirm identity at the identity provider"
NO = {f"answer.{name}": "no" for name in QUESTIONS}


@pytest.fixture
def edition(office, bulletin):
    document = office.register(title="Nadzór nad dokumentami")
    files = [file_named("zgłoszenie.txt", b"PESEL 44051401458")]
    edition = office.in_force(document, attachments=files)
    office.do(
        "autor",
        edition,
        "request-publication",
        produced_on=edition.in_force_from,
        responsible_name="Anna Przykładowa",
        responsible_post="Pełnomocnik ds. SZJ",
    )
    transaction.commit()
    return edition


def test_the_answers_are_kept_on_the_way_round(edition, provider):
    editor = Walker("redaktor-bip")
    page = editor.open(f"{edition.absolute_url()}/@@publication-review")
    reason = {"override.1.reason": "Numer zmyślony.", "override.1.legal_basis": "nie dotyczy"}
    page = editor.press(page, "check", **NO, **reason)
    assert editor.buttons(page) == [CONFIRM]
    assert not editor.asks(page, "password")
    back = editor.go_round(page)
    assert editor.field(back, "answer.hidden_text") == "no"
    assert editor.field(back, "override.1.reason") == "Numer zmyślony."
    assert "Identity confirmed at the identity provider." in editor.words(back, ".qms-decision")[0]
    editor.press(back, "publish")
    transaction.begin()
    case = getUtility(IPublicationLedger).cases_of(uid_of(edition))[0]
    assert (case.state, case.decision["overrides"][0]["reason"]) == ("published", "Numer zmyślony.")
