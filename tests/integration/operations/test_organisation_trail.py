"""Who gave which right to whom is evidence, and nobody gives rights to himself."""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.changes import Change
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.model import Tenure
import datetime
import pytest
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


def test_an_appointment_has_its_entry(office):
    with office.acting_as("pelnomocnik"):
        getUtility(IDirectory).appoint("pracownik", "radca-prawny", DAY)
    trail = getUtility(ITrail)
    entry = trail.entries("organisation")[-1]
    assert (entry.operation, entry.actor) == ("appoint", "pelnomocnik")
    assert entry.details["login"] == "pracownik"
    assert entry.details["start"] == "2026-11-25"
    assert trail.verify("organisation").valid


def test_a_deputy_has_entries_from_beginning_to_end(office):
    directory = getUtility(IDirectory)
    with office.acting_as("radca"):
        number = directory.appoint_deputy("radca", "autor", DAY, None, "upoważnienie 3/2026", ["Procedure"]).id
        directory.end_deputy(number, DAY)
    trail = getUtility(ITrail)
    appointed, ended = trail.entries("organisation")[-2:]
    assert (appointed.operation, appointed.actor) == ("appoint_deputy", "radca")
    assert appointed.details["kinds"] == ["Procedure"]
    assert (ended.operation, ended.details["until"]) == ("end_deputy", "2026-11-25")
    assert trail.verify("organisation").valid


@pytest.mark.parametrize("login", ["pelnomocnik", "administrator"])
def test_nobody_makes_himself_a_deputy(office, login):
    directory = getUtility(IDirectory)
    with office.acting_as(login), pytest.raises(Refused):
        directory.appoint_deputy("zatwierdzajacy", login, DAY, None, "upoważnienie 3/2026")
    assert directory.represented_by(login, DAY) == []


@pytest.mark.parametrize("login", ["pelnomocnik", "administrator"])
def test_nobody_appoints_himself(office, login):
    directory = getUtility(IDirectory)
    before = directory.log()
    with office.acting_as(login), pytest.raises(Refused):
        directory.appoint(login, "sekretarz", DAY)
    assert directory.log() == before
    assert not directory.is_entitled(login, "approver", DAY)


def test_nobody_gives_more_rights_to_his_own_post(office):
    directory = getUtility(IDirectory)
    with office.acting_as("pelnomocnik"), pytest.raises(Refused):
        directory.change_post("pelnomocnik", "Pełnomocnik ds. SZJ", "PJ", True, ("quality_officer", "approver"))
    assert not directory.is_entitled("pelnomocnik", "approver")


def test_a_refused_import_leaves_nothing_half_done(office):
    directory = getUtility(IDirectory)
    steps = [
        Change("appoint", Tenure(0, "radca", "auditor", DAY, None)),
        Change("appoint", Tenure(0, "pelnomocnik", "sekretarz", DAY, None)),
    ]
    before = directory.log()
    with office.acting_as("pelnomocnik"), pytest.raises(Refused):
        directory.apply(steps)
    assert directory.log() == before
    assert not directory.is_entitled("radca", "auditor", DAY)
