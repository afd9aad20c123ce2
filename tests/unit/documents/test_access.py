"""Local roles of a document."""

from czest.qms.documents.rules import access
from czest.qms.documents.rules.access import local_roles
from czest.qms.documents.rules.route import Participant
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
import pytest


def test_people_of_the_open_edition_and_the_owner():
    assert local_roles(
        owner_unit="OR",
        access="staff",
        distribution=["IT"],
        authors=["autor"],
        reviewers=["radca"],
        approvers=["zatwierdzajacy"],
    ) == {
        "unit-OR-authors": ("Editor",),
        "autor": ("Editor",),
        "radca": ("Reviewer",),
        "zatwierdzajacy": ("Approver",),
    }


def test_a_restricted_document_is_read_by_its_distribution_and_its_owner_unit():
    roles = local_roles(owner_unit="IT", access="distribution", distribution=["PJ", "all"])
    assert roles == {
        "unit-IT-authors": ("Editor",),
        "unit-IT": ("Reader",),
        "unit-PJ": ("Reader",),
        "AuthenticatedUsers": ("Reader",),
    }


def test_one_person_in_two_parts_has_both_roles():
    roles = local_roles(owner_unit="OR", access="staff", distribution=[], reviewers=["a"], approvers=["a"])
    assert roles["a"] == ("Approver", "Reviewer")


def test_those_who_signed_keep_reading_what_is_restricted():
    roles = local_roles(owner_unit="IT", access="distribution", distribution=[], readers=["radca"])
    assert roles["radca"] == ("Reader",)
    assert "radca" not in local_roles(owner_unit="IT", access="staff", distribution=[], readers=["radca"])


@pytest.mark.parametrize(
    "participant", [Participant("person", "radca"), Participant("post", "radca-prawny"), Participant("unit", "PJ")]
)
def test_those_asked_are_known_by_their_groups_again_and_deputies_are_nobody(participant):
    own, deputies, deputies_of_kind = access.principals(participant, "Procedure")
    assert access.participant_of(own) == participant
    assert access.participant_of(deputies) is None
    assert access.participant_of(deputies_of_kind) is None


def restricted_to(*distribution, kind, id):
    organisation = Organisation(
        units=(Unit("UM", "Urząd"), Unit("OR", "Wydział", "UM"), Unit("OR-K", "Kancelaria", "OR"), Unit("IT", "Inf")),
        posts=(Post("kancelista", "Kancelista", "OR-K"), Post("informatyk", "Informatyk", "IT")),
    )
    return access.reads_anyway(Participant(kind, id), organisation, "PJ", distribution)


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        ("unit", "OR", True),
        ("unit", "OR-K", True),
        ("unit", "UM", False),
        ("unit", "IT", False),
        ("post", "kancelista", True),
        ("post", "informatyk", False),
        ("person", "pracownik", False),
    ],
)
def test_who_reads_a_restricted_document_without_being_asked(kind, id, expected):
    assert restricted_to("OR", kind=kind, id=id) is expected
    assert restricted_to("all", kind=kind, id=id)
