"""Adjustments leave and enter a site with its other settings, by GenericSetup."""

from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.setup import FILENAME
from czest.qms.workflows.setup import import_adjustments
import io
import json
from plone import api
from Products.GenericSetup.context import TarballImportContext
import pytest
from support.routes import procedures
import tarfile


EDITION = "qms_edition_workflow"


def exported(portal):
    """Return what the export step of GenericSetup writes."""
    archive = portal.portal_setup.runExportStep("czest.qms.workflows")["tarball"]
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        return opened.extractfile(FILENAME).read()


def take_in(portal, content):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        info = tarfile.TarInfo(FILENAME)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    import_adjustments(TarballImportContext(portal.portal_setup, packed.getvalue()))


def test_what_was_exported_is_taken_in_again(portal, office, ledger, adjust):
    adjust(optional_states={"agreement": ["Procedure"]}, words={"Draft": {"pl": "Szkic"}})
    content = exported(portal)
    adjust(optional_states={"agreement": None}, words={"Draft": None})
    with office.acting_as("pelnomocnik"):
        take_in(portal, content)
        assert "in_agreement" in live_definition(EDITION).states
        assert exported(portal) == content
        count = len(ledger.revisions())
        take_in(portal, content)
    assert len(ledger.revisions()) == count


def test_an_export_that_lost_a_part_does_not_take_it_from_the_site(portal, office, ledger):
    kept = office.keep_template(procedures())
    values = json.loads(exported(portal))
    del values["templates"]
    with office.acting_as("pelnomocnik"), pytest.raises(InvalidInput) as refused:
        take_in(portal, json.dumps(values).encode())
    ((field, sentence),) = refused.value.errors
    assert (field, sentence.mapping) == ("file", {"parts": "templates"})
    assert list(ledger.values["templates"]) == [kept.id]


def test_an_export_that_opens_a_door_is_refused_by_name(portal, office, ledger):
    values = json.loads(exported(portal))
    values["grants"] = {EDITION: {"approved": {"Modify portal content": {"Manager": True}}}}
    with office.acting_as("pelnomocnik"), pytest.raises(InvalidInput) as refused:
        take_in(portal, json.dumps(values).encode())
    assert [field for field, _message in refused.value.errors] == [
        f"grants.{EDITION}.approved.Modify portal content.Manager"
    ]
    assert ledger.revisions() == []


def test_whoever_may_import_settings_may_not_decide_for_the_officer(portal, office, ledger):
    values = {**json.loads(exported(portal)), "settings": {"remind_before": 9}}
    with office.acting_as("manager"), pytest.raises(NotPermitted):
        take_in(portal, json.dumps(values).encode())
    assert api.portal.get_registry_record("czest.qms.documents.settings.IDocumentSettings.remind_before") == 2
