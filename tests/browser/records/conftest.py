"""Series and records of an office for the tests in the browser."""

import datetime
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.office import file_named


@pytest.fixture
def series(office):
    """The series of nonconformity reports of the organisational department."""
    office.in_force(office.register(title="Nadzór nad niezgodnościami"))
    symbol = office.library.objectValues()[0].symbol
    return office.do(
        "pelnomocnik",
        office.portal["zapisy"],
        "make-series",
        title="Karty niezgodności",
        procedure=symbol,
        record_form="nonconformity",
        owner_unit="OR",
        jrwa_class="0142",
        archival_category="B10",
    )


@pytest.fixture
def capture(office, series):
    """Return a function that hands a record in."""

    def hand_in(login="pracownik", **data):
        values = {
            "title": "Karta niezgodności: brak potwierdzenia doręczenia",
            "evidence_of": "Stwierdzono niezgodność w obiegu korespondencji i podjęto działanie korygujące.",
            "case_sign": "OR.0142.3.2026",
            "created_on": datetime.date(2026, 5, 12),
            "source": "audit",
            "found_on": datetime.date(2026, 5, 11),
            "requirement": "PN-EN ISO 9001:2015, pkt 7.5.3",
            "finding": "W dwóch sprawach brak zwrotnego potwierdzenia odbioru.",
            "action": "Lista kontrolna przy wysyłce.",
            "action_due": datetime.date(2026, 6, 30),
            "effective": True,
            "files": [file_named("karta.txt"), file_named("lista-kontrolna.txt", b"Lista")],
            **data,
        }
        return office.do(login, series, "capture", **values)

    return hand_in


@pytest.fixture
def sound():
    """Return a function that asserts that a page is accessible and not wider than its window."""

    def assert_sound(page):
        assert violations(page) == []
        assert not wider_than_the_window(page)

    return assert_sound
