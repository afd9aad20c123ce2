"""A record that is due and a list that has its consent; each test changes what it is about."""

from czest.qms.disposal.rules.candidates import Candidate
from czest.qms.disposal.rules.listing import Consent
from czest.qms.disposal.rules.listing import Listing
from czest.qms.disposal.rules.selections import Selection
from czest.qms.records.rules.retention import Category
from datetime import date
import pytest


@pytest.fixture
def day():
    return date(2027, 1, 31)


@pytest.fixture
def make_candidate():
    def make(category="B5", **values):
        given = {
            "record": "r1",
            "state": "disposal_pending",
            "category": category and Category.parse(category),
            "jrwa_class": "1510",
            "closed_on": date(2021, 6, 30),
            "on_list": "l1",
        }
        return Candidate(**{**given, **values})

    return make


@pytest.fixture
def make_listing():
    def make(selection="B", **values):
        given = {
            "uid": "l1",
            "selection": Selection.parse(selection),
            "drawn_up_on": date(2027, 1, 8),
            "consent": Consent("AP.620.7.2027", date(2027, 1, 20)),
        }
        return Listing(**{**given, **values})

    return make
