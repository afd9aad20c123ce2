"""``verify`` names an act that was changed behind the operations' back."""

from Acquisition import aq_base
from czest.qms.acts.verification import verify_acts
import datetime
import pytest


@pytest.fixture
def act(office):
    edition = office.approved(office.register())
    return office.do("pelnomocnik", office.record_act(), "enact", editions=[edition.UID()])


def test_whole(act):
    assert list(verify_acts()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "Inny"), ("effective_from", datetime.date(2020, 1, 2)), ("editions", ()), ("repeals", ["PS-01"])],
)
def test_changed_data_is_named(act, name, value):
    aq_base(act).__dict__[name] = value
    assert [found[:2] for found in verify_acts()] == [("k.14.2024", 2)]


def test_a_changed_file_is_named(act):
    act.signed_file.data = b"podmiana"
    assert [found[:2] for found in verify_acts()] == [("k.14.2024", 2)]
