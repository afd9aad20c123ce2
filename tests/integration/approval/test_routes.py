"""An edition on its route: stages, deputies, and the officer who unblocks it."""

from czest.qms import clock
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
import pytest
from support.people import PASSWORD
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


def state(content):
    return api.content.get_state(content)


def sign(office, login, edition, operation="review", **data):
    return office.do(login, edition, operation, password=PASSWORD, **data)


def waiting_for(portal, edition):
    """Return whom the catalog says an edition waits for."""
    catalog = portal.portal_catalog
    (brain,) = catalog.unrestrictedSearchResults(UID=edition.UID())
    return set(catalog.getIndexDataForRID(brain.getRID())["waiting_for"])


def field_of(refusal):
    return [field for field, _sentence in refusal.value.errors]


@pytest.fixture
def edition(office):
    """An edition which two people check and one approves."""
    return office.submitted(office.register(), reviewers=["sprawdzajacy", "radca"])


def test_the_catalog_knows_for_whom_an_edition_waits(portal, office):
    edition = office.draft(office.register(), reviewers=["sprawdzajacy", "radca"])
    assert waiting_for(portal, edition) == {"autor"}
    office.do("autor", edition, "submit")
    assert {"sprawdzajacy", "radca", "deputy-radca", "deputy-radca-Procedure"} <= waiting_for(portal, edition)
    sign(office, "radca", edition)
    assert "radca" not in waiting_for(portal, edition)
    sign(office, "sprawdzajacy", edition)
    assert "zatwierdzajacy" in waiting_for(portal, edition)
    sign(office, "zatwierdzajacy", edition, "approve")
    assert waiting_for(portal, edition) == set()


def test_sig_2_a_signature_names_its_stage_and_for_whom_it_was_given(office, edition):
    sign(office, "radca", edition)
    (signature,) = edition.signatures
    assert (signature["stage"], signature["participant"]) == ("1", "person:radca")
    assert (signature["on_behalf_of"], signature["mandate"]) == (None, None)


def test_sig_5_a_deputy_signs_for_another_with_both_names_and_the_mandate(office, edition):
    directory = getUtility(IDirectory)
    directory.appoint_deputy("radca", "informatyk", clock.today(), clock.today(), "zarz. 12/2026")
    sign(office, "informatyk", edition)
    signature = edition.signatures[-1]
    assert (signature["login"], signature["name"]) == ("informatyk", "Informatyk")
    assert (signature["on_behalf_of"], signature["on_behalf_name"]) == ("radca", "Radca prawny")
    assert (signature["on_behalf_post"], signature["mandate"]) == ("Radca prawny", "zarz. 12/2026")
    with pytest.raises(ObjectMovedOn, match="Done already"):
        sign(office, "radca", edition)
    with pytest.raises(ObjectMovedOn):
        sign(office, "informatyk", edition)


def test_a_deputy_acts_on_the_days_of_his_mandate_only(office, edition):
    getUtility(IDirectory).appoint_deputy("radca", "informatyk", DAY, DAY, "zarz. 12/2026")
    with clock.stopped_at(DAY + datetime.timedelta(days=1)), pytest.raises(NotPermitted):
        sign(office, "informatyk", edition)


def test_sig_5_no_deputy_breaks_four_eyes(office, edition):
    getUtility(IDirectory).appoint_deputy("radca", "autor", clock.today(), None, "zarz. 12/2026")
    with pytest.raises(NotPermitted):
        sign(office, "autor", edition)


def test_the_officer_asks_somebody_else_with_a_reason(portal, office, edition):
    office.do(
        "pelnomocnik", edition, "reassign", stage="1", to="post:naczelnik-or", reason="Urlop", **{"from": "radca"}
    )
    assert "radca" not in waiting_for(portal, edition)
    assert "post-naczelnik-or" in waiting_for(portal, edition)
    with pytest.raises(NotPermitted):
        sign(office, "radca", edition)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"stage": "7"}, "stage"),
        ({"from": "zatwierdzajacy"}, "from"),
        ({"from": "sprawdzajacy"}, "from"),
        ({"to": "nikt"}, "to"),
        ({"to": "post:nie-ma"}, "to"),
        ({"to": "rola:x"}, "to"),
        ({"to": "sprawdzajacy"}, "to"),
        ({"to": "autor"}, "to"),
        ({"to": "post:specjalista-szj"}, "to"),
        ({"to": "informatyk"}, "to"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_wrong_reassignment_is_named_at_its_field_and_changes_nothing(office, edition, data, field):
    sign(office, "sprawdzajacy", edition)
    route = edition.route
    values = {"stage": "1", "from": "radca", "to": "post:informatyk", "reason": "Urlop", **data}
    with pytest.raises(InvalidInput) as refusal:
        office.do("pelnomocnik", edition, "reassign", **values)
    assert field_of(refusal) == [field]
    assert edition.route == route


def test_only_the_officer_changes_a_route(office, edition):
    values = {"stage": "1", "from": "radca", "to": "informatyk", "reason": "Urlop"}
    for login in ("autor", "radca", "zatwierdzajacy", "administrator", "manager"):
        with pytest.raises(NotPermitted):
            office.do(login, edition, "reassign", **values)


def test_somebody_more_is_asked(office, edition):
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="post:informatyk", reason="Dotyczy systemu")
    sign(office, "radca", edition)
    sign(office, "sprawdzajacy", edition)
    assert state(edition) == "in_review"
    sign(office, "informatyk", edition)
    assert state(edition) == "pending_approval"
    with pytest.raises(InvalidInput) as refusal:
        office.do("pelnomocnik", edition, "ask-also", stage="1", who="pracownik", reason="Po czasie")
    assert field_of(refusal) == ["stage"]


def test_a_rewound_stage_is_signed_again(portal, office, edition):
    for login in ("radca", "sprawdzajacy"):
        sign(office, login, edition)
    with pytest.raises(InvalidInput) as refusal:
        office.do("pelnomocnik", edition, "rewind", stage="3", reason="Błąd")
    assert field_of(refusal) == ["stage"]
    office.do("pelnomocnik", edition, "rewind", stage="1", reason="Błędny załącznik")
    assert state(edition) == "in_review"
    assert {signature["void_reason"] for signature in edition.signatures} == {"Błędny załącznik"}
    assert {"radca", "sprawdzajacy"} <= waiting_for(portal, edition)
    for login in ("radca", "sprawdzajacy"):
        sign(office, login, edition)
    assert state(edition) == "pending_approval"
    with pytest.raises(InvalidInput):
        office.do("pelnomocnik", edition, "rewind", stage="9", reason="Błąd")


@pytest.mark.parametrize("operation_id", ["reassign", "ask-also", "rewind"])
def test_the_officers_forms_open(portal, office, edition, http_request, operation_id):
    from czest.qms.interfaces import IQmsLayer
    from zope.component import getMultiAdapter
    from zope.interface import alsoProvides

    alsoProvides(http_request, IQmsLayer)
    with office.acting_as("pelnomocnik"):
        page = getMultiAdapter((edition, http_request), name="operation").publishTraverse(http_request, operation_id)()
    assert "<select" in page
