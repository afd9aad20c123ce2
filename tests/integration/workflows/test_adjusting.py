"""Adjusting the workflows of a site: what is applied, recorded, refused and taken back."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.interfaces import IStateOf
from czest.qms.workflows import work
from czest.qms.workflows.applying import apply
from czest.qms.workflows.applying import apply_everything
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.job import GiveRights
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.editing import edited
from czest.qms.workflows.rules.laws import GIVES
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.trying import effects
import datetime
from plone import api
from plone.namedfile.file import NamedFile
import pytest
from support.routes import procedures
from zope.component import getUtility


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"


def as_shipped():
    return [name for name in WORKFLOWS if differences(shipped_definitions()[name], live_definition(name))] == []


def has_trail(login, content):
    return api.user.has_permission(TRAIL, username=login, obj=content)


def given(state="in_review", role="Reviewer", value=True):
    return {EDITION: {state: {TRAIL: {role: value}}}}


def test_a_site_as_shipped_stands_as_recorded(portal, ledger):
    assert as_shipped()
    assert present_drift(ledger.current()) == []
    assert ledger.revisions() == []


def test_what_is_adjusted_is_in_force_at_once_and_recorded(portal, office, ledger, adjust):
    edition = office.submitted(office.register())
    assert not has_trail("sprawdzajacy", edition)
    adjust(grants=given(), words={"In review": {"en": "Being checked", "pl": "W opiniowaniu"}})
    assert has_trail("sprawdzajacy", edition)
    assert live_definition(EDITION).states["in_review"].title == "Being checked"
    words = api.portal.get_registry_record("czest.qms.words")
    assert words["pl"] == {"In review": "W opiniowaniu", "Being checked": "W opiniowaniu"}
    assert present_drift(ledger.current()) == []
    (revision,) = ledger.revisions()
    assert (revision.number, revision.login, revision.reason) == (1, "pelnomocnik", "Tak zdecydowano")
    assert revision.before["grants"] == {}
    assert revision.after["grants"] == given()
    entry = getUtility(ITrail).head("workflows")
    assert (entry.operation, entry.actor, entry.digest) == ("adjust-workflows", "pelnomocnik", ledger.digest)
    assert entry.details["changed"] == [
        f"grants.{EDITION}.in_review.{TRAIL}.Reviewer",
        "words.In review.en",
        "words.In review.pl",
    ]


def test_taking_back_leads_to_what_was_before(portal, office, ledger, adjust):
    edition = office.submitted(office.register())
    adjust(grants=given())
    adjust(settings={"remind_before": 9}, optional_states={"agreement": ["Procedure"]})
    assert "in_agreement" in live_definition(EDITION).states
    office.do("pelnomocnik", portal, "undo-adjustment", number=2, reason="Pomyłka")
    assert "in_agreement" not in live_definition(EDITION).states
    assert api.portal.get_registry_record("czest.qms.documents.settings.IDocumentSettings.remind_before") == 2
    assert has_trail("sprawdzajacy", edition)
    office.do("pelnomocnik", portal, "undo-adjustment", number=1, reason="Jednak nie")
    assert not has_trail("sprawdzajacy", edition)
    assert as_shipped()
    assert [revision.undone for revision in ledger.revisions()] == [1, 2, None, None]
    assert present_drift(ledger.current()) == []


def refusal(office, portal, operation="adjust-workflows", login="pelnomocnik", **data):
    with pytest.raises(InvalidInput) as refused:
        office.do(login, portal, operation, reason="Próba", **data)
    return [field for field, _message in refused.value.errors]


def test_what_is_wrong_is_named_and_nothing_is_changed(portal, office, ledger):
    wrong = {
        "letters": {"check": {"pl": {"subject": "Do sprawdzenia", "text": "${edition} ${address} ${pesel}"}}},
        "grants": given(role="Manager"),
        "settings": {"remind_before": 900},
    }
    assert refusal(office, portal, changes=wrong) == [
        f"grants.{EDITION}.in_review.{TRAIL}.Manager",
        "settings.remind_before",
        "letters.check.pl.text",
    ]
    assert refusal(office, portal, changes={}) == []
    assert refusal(office, portal, "undo-adjustment", number=7) == ["number"]
    assert ledger.revisions() == []
    assert as_shipped()


def test_only_the_quality_officer_adjusts(portal, office):
    for login in ("autor", "administrator", "manager", "auditor"):
        with pytest.raises(NotPermitted):
            office.do(login, portal, "adjust-workflows", reason="Próba", changes={"settings": {"remind_before": 3}})


def test_whoever_saw_older_adjustments_is_refused(portal, office, ledger, adjust):
    seen = ledger.digest
    adjust(settings={"remind_before": 3})
    with pytest.raises(ObjectMovedOn):
        changes = {"settings": {"remind_before": 4}}
        office.do("pelnomocnik", portal, "adjust-workflows", expected_digest=seen, reason="Próba", changes=changes)
    assert ledger.values["settings"] == {"remind_before": 3}


def test_a_state_in_which_editions_stand_is_not_turned_off(portal, office, adjust):
    adjust(optional_states={"agreement": []}, grants=given("in_agreement"))
    edition = office.draft(office.register())
    office.do(
        "autor",
        edition,
        "begin-agreement",
        asked=["post:naczelnik-or"],
        until=clock.today() + datetime.timedelta(days=7),
    )
    assert has_trail("sprawdzajacy", edition)
    with pytest.raises(ObjectMovedOn) as refused:
        adjust(optional_states={"agreement": None})
    assert [field for field, _message in refused.value.errors] == ["optional_states.agreement"]
    office.do("autor", edition, "end-agreement")
    adjust(optional_states={"agreement": None})
    assert as_shipped()


def test_many_objects_get_their_rights_piece_by_piece(portal, office, ledger, adjust, monkeypatch):
    editions = [office.submitted(office.register(title=f"Procedura {number}")) for number in range(3)]
    monkeypatch.setattr(work, "AT_ONCE", 2)
    adjust(grants=given())
    assert not has_trail("sprawdzajacy", editions[0])
    assert work.progress(ledger) == {"operation": "adjust-workflows", "done": 0, "total": 3}
    assert IStateOf(portal).state == "being_applied"
    with pytest.raises(ObjectMovedOn):
        adjust(settings={"remind_before": 4})
    monkeypatch.setattr("czest.qms.workflows.job.in_transaction", lambda piece: piece())
    monkeypatch.setattr("czest.qms.workflows.job.PIECE", 2)
    assert GiveRights().run().mapping == {"count": 3}
    assert GiveRights().run() is None
    assert all(has_trail("sprawdzajacy", edition) for edition in editions)
    assert IStateOf(portal).state == "settled"


def test_trying_counts_all_that_applying_changes_and_names_what_one_may_see(office, ledger):
    edition = office.submitted(office.register())

    def tried_by(login):
        with office.acting_as(login):
            tried = effects(ledger.values, {**ledger.values, "grants": given()})
        return tried["objects"], tried["open_editions"]["in_review"], tried["rights"][0]["first"]

    assert tried_by("pelnomocnik") == (1, 1, [edition.absolute_url()])
    assert tried_by("pracownik") == (1, 1, [])


def test_templates_kept_by_their_own_screens_are_recorded_and_taken_back(portal, office, ledger):
    kept = office.keep_template(procedures())
    assert list(ledger.values["templates"]) == [kept.id]
    assert present_drift(ledger.current()) == []
    office.do("pelnomocnik", portal, "undo-adjustment", number=1, reason="Pomyłka")
    assert ledger.values["templates"] == {}
    office.do("pelnomocnik", portal, "undo-adjustment", number=2, reason="Jednak tak")
    assert list(ledger.values["templates"]) == [kept.id]
    assert present_drift(ledger.current()) == []


def xml_file(data, filename="definition.xml"):
    return NamedFile(data, filename=filename)


def test_a_definition_with_safe_edits_is_taken_in(portal, office, ledger, adjust):
    adjust(words={"In review": {"pl": "W opiniowaniu"}}, optional_states={"formal_check": []})
    xml = live_xml(EDITION).replace(b'title="Draft"', b'title="Sketch"')
    office.do("pelnomocnik", portal, "import-adjustments", reason="Z testu", file=xml_file(xml))
    assert ledger.values["words"] == {"In review": {"pl": "W opiniowaniu"}, "Draft": {"en": "Sketch"}}
    assert ledger.values["optional_states"] == {"formal_check": []}
    assert live_definition(EDITION).states["draft"].title == "Sketch"


def test_a_definition_that_opens_a_door_is_refused_by_name(portal, office, ledger):
    xml = edited(live_xml(EDITION), ledger.current()).replace(b'manager_bypass="False"', b'manager_bypass="True"')
    assert refusal(office, portal, "import-adjustments", file=xml_file(xml)) == ["manager_bypass"]
    for content in (b"<html/>", b'<dc-workflow workflow_id="simple"/>', b"{}", b"nonsense", b"x" * 2_097_153):
        assert refusal(office, portal, "import-adjustments", file=xml_file(content)) == ["file"]
    assert as_shipped()


def test_a_law_is_kept_even_where_nothing_before_has_refused(portal, ledger):
    """Adjustments that were never read, as by a program that goes past the rules of reading."""
    opened = {EDITION: {"approved": {"Modify portal content": {"Manager": True}}}}
    after = of_plain({**ledger.values, "grants": opened, "settings": {"remind_before": 9}})
    for write in (lambda: apply(ledger.current(), after), lambda: apply_everything(after)):
        with pytest.raises(Refused) as refused:
            write()
        (law,) = refused.value.problems
        assert law.field == f"definitions.{EDITION}.states.approved.Modify portal content.Manager"
        assert law.message == GIVES
        assert as_shipped()
        assert present_drift(ledger.current()) == []
