"""The papers of a disposal: ARCH-7, ARCH-8, ARCH-9."""

from czest.qms.disposal.rules.papers import Answer
from czest.qms.disposal.rules.papers import List
from czest.qms.disposal.rules.papers import missing_in
from czest.qms.disposal.rules.papers import Protocol
from czest.qms.disposal.rules.papers import PROTOCOL_CATEGORY
from czest.qms.disposal.rules.papers import Request
from czest.qms.disposal.rules.rows import Totals
from dataclasses import replace
from datetime import date
import pytest


LIST = List("Urząd Miasta", "Urząd Miasta", "Częstochowa", date(2027, 1, 8), "Jan Przykładowy", "Archiwista zakładowy")
REQUEST = Request(
    requesting_body="Urząd Miasta",
    body_of_records="Urząd Miasta",
    basis="JRWA z 1.01.2021",
    records_are="akta spraw",
    totals=Totals(rows=1, units=6, first_year=2015, last_year=2016),
    is_declared=True,
)
ANSWER = Answer("AP.620.7.2027", date(2027, 1, 20), "AR.1710.1.2027", "akta kategorii B5 z lat 2015–2016", True)
PROTOCOL = Protocol(
    sign="AR.1710.1.2027",
    members=("Archiwista zakładowy", "Kierownik Referatu"),
    list_symbol="Z-AR-2027/1",
    consent_number="AP.620.7.2027",
    consent_day=date(2027, 1, 20),
    method="usunięcie plików i kopii",
    destroyed_on=date(2027, 1, 31),
    witness="Inspektor",
    units=6,
)


@pytest.mark.parametrize("paper", [LIST, REQUEST, ANSWER, PROTOCOL], ids=lambda paper: type(paper).__name__)
def test_whole_papers_lack_nothing(paper):
    assert missing_in(paper) == ()


@pytest.mark.parametrize(
    ("paper", "missing"),
    [
        (List(), ("requesting_body", "body_of_records", "place", "drawn_up_on", "author_name", "author_post")),
        (
            Request(),
            ("requesting_body", "body_of_records", "basis", "records_are", "totals", "is_declared"),
        ),
        (Answer(), ("number", "day", "request_reference", "description", "confirms_no_archival_material")),
        (
            Protocol(),
            (
                "sign",
                "members",
                "list_symbol",
                "consent_number",
                "consent_day",
                "method",
                "destroyed_on",
                "witness",
                "units",
            ),
        ),
    ],
)
def test_arch_7_to_9_what_empty_papers_lack(paper, missing):
    """The fields of the request, the list and the consent, and the protocol (ARCH-7, ARCH-8, ARCH-9)."""
    assert missing_in(paper) == missing


def test_spaces_are_nothing():
    assert missing_in(replace(LIST, place="  ")) == ("place",)


def test_arch_7_nothing_is_requested_without_the_declaration():
    assert missing_in(replace(REQUEST, is_declared=False)) == ("is_declared",)
    assert missing_in(replace(REQUEST, metres="2,6")) == ()


@pytest.mark.parametrize(
    "members", [(), ("Archiwista zakładowy",), ("Archiwista zakładowy", " "), ("Archiwista", "Archiwista ")]
)
def test_arch_9_one_person_is_no_commission(members):
    assert missing_in(replace(PROTOCOL, members=members)) == ("members",)


def test_arch_9_a_protocol_may_tell_that_nothing_was_destroyed_and_is_kept_for_ever():
    assert missing_in(replace(PROTOCOL, units=0)) == ()
    assert PROTOCOL_CATEGORY == "A"
