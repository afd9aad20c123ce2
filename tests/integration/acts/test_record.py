"""Recording an act: its number is unique, its file screened, and nothing changes it afterwards."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.operations.errors import InvalidInput
import datetime
from plone import api
import pytest
from support.office import file_named
from zExceptions import Forbidden


def fields_of(refusal):
    return [field for field, _message in refusal.value.errors]


def test_the_act_is_recorded_with_its_file(office):
    act = office.record_act("RZ-40/2012", basis="art. 33 ust. 3 u.s.g.", repeals=["RZ-1/2010"], amends=["PS-01"])
    assert act.absolute_url().endswith("/akty/rz-40-2012")
    assert (act.number, act.basis, act.repeals, act.amends) == (
        "RZ-40/2012",
        "art. 33 ust. 3 u.s.g.",
        ["RZ-1/2010"],
        ["PS-01"],
    )
    assert state_of(act) == "recorded"
    assert len(act.signed_file.sha256) == 64


@pytest.mark.parametrize("again", ["RZ-40/2012", "rz-40/2012", "RZ-40-2012"])
def test_a_number_is_recorded_once(office, again):
    office.record_act("RZ-40/2012")
    with pytest.raises(InvalidInput) as refusal:
        office.record_act(again)
    assert fields_of(refusal) == ["number"]


def test_every_mistake_is_told_at_once(office):
    with clock.stopped_at(datetime.date(2026, 11, 24)), pytest.raises(InvalidInput) as refusal:
        office.record_act(
            "bez numeru",
            date=datetime.date(2026, 11, 25),
            signed_file=file_named("program.exe", b"MZ", "application/x"),
        )
    assert fields_of(refusal) == ["number", "date", "signed_file"]


@pytest.mark.parametrize("login", ["manager", "administrator", "pelnomocnik"])
def test_nothing_changes_it_but_operations(office, login):
    act = office.record_act()
    with office.acting_as(login):
        for door in (
            lambda: setattr(act, "title", "Inny"),
            lambda: act.manage_setLocalRoles("manager", ["Editor"]),
            lambda: office.acts._delObject(act.getId()),
            lambda: api.portal.get()._delObject("akty"),
        ):
            with pytest.raises(Forbidden):
                door()
        assert not act._canCopy()
        for permission in ("Modify portal content", "Delete objects", "czest.qms: Add by operation"):
            assert not api.user.has_permission(permission, obj=act)
            assert not api.user.has_permission(permission, obj=office.acts)


@pytest.mark.parametrize(("login", "may"), [("pracownik", True), ("auditor", True), ("manager", True), (None, False)])
def test_staff_read_acts(office, login, may):
    act = office.record_act()
    user = api.user.get(login) if login else api.portal.get_tool("acl_users")._nobody
    with api.env.adopt_user(user=user):
        assert bool(api.portal.get_tool("portal_membership").checkPermission("View", act)) is may
