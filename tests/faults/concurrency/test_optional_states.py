"""An optional state is turned off while an edition enters it: never both, whoever is first.

On a FileStorage: one change waits in a transaction of its own while the other is committed over real HTTP.
"""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.optional_states import live_states
from czest.qms.operations.errors import ObjectMovedOn
import datetime
import pytest
from support.filestorage import move_to_file_storage
import transaction
from ZODB.POSException import ConflictError


OFF = {"reason": "Nie używamy", "changes": {"optional_states": {"agreement": None}}}


@pytest.fixture
def portal(functional, tmp_path, retries):
    folder = tmp_path / "filestorage"
    folder.mkdir()
    move_to_file_storage(functional, folder)
    return functional["portal"]


@pytest.fixture
def draft(portal, office):
    changes = {"optional_states": {"agreement": []}}
    office.do("pelnomocnik", portal, "adjust-workflows", reason="Potrzebne", changes=changes)
    edition = office.draft(office.register())
    transaction.commit()
    return edition


def asking():
    return {"asked": ["unit:OR"], "until": clock.today() + datetime.timedelta(days=7)}


def test_who_enters_a_state_that_is_turned_off_meanwhile_stays_outside(portal, office, client, draft):
    office.do("autor", draft, "begin-agreement", **asking())
    assert client("pelnomocnik").operate(portal.absolute_url(), "adjust-workflows", **OFF).status_code == 200
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
    with pytest.raises(ObjectMovedOn, match="does not use the state"):
        office.do("autor", draft, "begin-agreement", **asking())
    assert (state_of(draft), live_states()) == ("draft", ())


def test_a_state_that_is_entered_meanwhile_is_not_turned_off(portal, office, client, draft):
    office.do("pelnomocnik", portal, "adjust-workflows", **OFF)
    data = {**asking(), "until": asking()["until"].isoformat()}
    assert client("autor").operate(draft.absolute_url(), "begin-agreement", **data).status_code == 200
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
    with pytest.raises(ObjectMovedOn) as refused:
        office.do("pelnomocnik", portal, "adjust-workflows", **OFF)
    assert [field for field, _sentence in refused.value.errors] == ["optional_states.agreement"]
    assert (state_of(draft), live_states()) == ("in_agreement", ("in_agreement",))
