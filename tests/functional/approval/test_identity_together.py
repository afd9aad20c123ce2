"""Several editions are signed with identity confirmed once; each uses the proof up for itself."""

from czest.qms.evidence.interfaces import ITrail
import pytest
from support.people import PASSWORD
from support.walker import Walker
import transaction
from zope.component import getUtility


CONFIRM, SIGN = "Confirm identity at the identity provider", "Sign each of them"


@pytest.fixture
def editions(office):
    editions = [office.submitted(office.register(), reviewers=["radca"]) for _time in range(2)]
    transaction.commit()
    return editions


@pytest.fixture
def address(portal, editions):
    chosen = "&".join(f"edition={edition.UID()}" for edition in editions)
    return f"{portal.absolute_url()}/@@sign-together?{chosen}"


@pytest.fixture
def radca(provider):
    return Walker("radca")


def signed(editions):
    transaction.begin()
    return [[signature["confirmed_by"] for signature in edition.signatures] for edition in editions]


def test_one_confirmation_signs_each_of_them(radca, editions, address):
    page = radca.open(address)
    assert radca.buttons(page) == [CONFIRM]
    assert radca.field(page, "password") is None
    back = radca.go_round(page)
    assert radca.buttons(back) == [SIGN]
    answer = radca.open(radca.press(back).headers["Location"])
    assert "Signed: 2 editions." in " ".join(radca.words(answer, ".qms-message"))
    assert signed(editions) == [["identity-provider"]] * 2
    for edition in editions:
        entry = getUtility(ITrail).entries(edition.document.UID())[-1]
        assert (entry.operation, entry.details["confirmed_by"]) == ("review", "identity-provider")


def test_what_was_changed_meanwhile_needs_another_confirmation(radca, office, editions, address):
    page = radca.open(address)
    departed = radca.press(page, "depart")
    transaction.begin()
    office.do("autor", editions[0], "retract")
    office.do("autor", editions[0], "save", change_description="Zmienione po otwarciu strony")
    office.do("autor", editions[0], "submit")
    transaction.commit()
    back = radca.open(radca.sign_in_at_provider(departed, "radca"))
    assert radca.buttons(back) == [CONFIRM]
    assert radca.field(back, "identity_proof") is None
    assert signed(editions) == [[], []]


def test_another_person_at_the_provider_signs_nothing(radca, editions, address):
    back = radca.go_round(radca.open(address), login="sprawdzajacy")
    assert "Another person" in " ".join(radca.words(back, ".qms-message"))
    assert radca.buttons(back) == [CONFIRM]


def test_a_provider_that_is_down_is_named(radca, provider, editions, address):
    page = radca.open(address)
    provider.misbehave(down=True)
    answer = radca.press(page, "depart")
    assert answer.status_code == 400
    assert "does not answer" in " ".join(radca.words(answer, ".qms-message"))


def test_a_forged_proof_stops_after_the_first(radca, editions, address):
    page = radca.open(address)
    data = [*radca.form(page).form_values(), ("identity_proof", "zmyslony")]
    answer = radca.session.post(address.partition("?")[0], data, auth=radca.auth)
    assert (answer.status_code, signed(editions)) == (400, [[], []])
    entries = [getUtility(ITrail).entries(edition.document.UID())[-1].operation for edition in editions]
    assert sorted(entries) == ["forged-proof", "submit"]


def test_the_password_signs_where_it_is_accepted_too(radca, settings, editions, address):
    settings(password_too=True)
    page = radca.open(address)
    assert radca.buttons(page) == [SIGN, CONFIRM]
    assert radca.press(page, password=PASSWORD).status_code == 302
    assert signed(editions) == [["password"]] * 2


def test_as_many_as_stand_on_one_page_are_confirmed_at_once(radca, office, portal):
    chosen = [office.submitted(office.register(), reviewers=["radca"]) for _time in range(26)]
    transaction.commit()
    query = "&".join(f"edition={edition.UID()}" for edition in chosen)
    back = radca.go_round(radca.open(f"{portal.absolute_url()}/@@sign-together?{query}"))
    answer = radca.open(radca.press(back).headers["Location"])
    assert "Signed: 25 editions." in " ".join(radca.words(answer, ".qms-message"))
