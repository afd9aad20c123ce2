"""Whatever a Manager does to the settings, no door changes what the Library holds, over real HTTP (DESIGN §4)."""

from Acquisition import aq_parent
from czest.qms.documents.verification import verify_editions
from czest.qms.evidence.verification import broken_chains
from OFS import ObjectManager
from plone import api
import pytest
from support.document_doors import all_doors
from support.doors import page
from support.knocking import client_of
from support.knocking import knock
from support.knocking import ROOT_ACCOUNT
from support.knocking import tokens
from support.sabotage import GREEDY
from support.sabotage import KINDS
from support.sabotage import PERMISSIONS
from support.sabotage import SABOTAGE
import transaction
from ZODB.serialize import referencesf


#: Columns and indexes that are numbers of the row, or that each cataloguing makes anew.
MADE_NEW = {"indexed_at"}
#: The account of the root may do whatever the others may; the site's Manager and the administrator have no root.
PERSONS = {ROOT_ACCOUNT: list(SABOTAGE), "manager": ["Managers take every role"], "administrator": ["no workflow"]}
CASES = [(person, sabotage) for person, sabotages in PERSONS.items() for sabotage in sabotages]
#: At how many doors is knocked after each sabotage in a sampled run.
KNOCKS = 30
#: Doors that write into what the Library holds.
DOORS = [door for door in all_doors() if door.method != "GET" and "{draft}" not in str(door)]


def written(content):
    """Return the stored records of an object and of everything below it, by object id."""
    storage = content._p_jar.db().storage
    outside = {aq_parent(content)._p_oid}
    found, waiting = {}, [content._p_oid]
    while waiting:
        oid = waiting.pop()
        if oid in found or oid in outside:
            continue
        found[oid] = storage.load(oid)[0]
        waiting.extend(referencesf(found[oid]))
    return found


def changed(before, after):
    """Return what differs between two results of ``written``, for people to read."""
    return sorted(
        (data or before.get(oid) or b"")[:80]
        for oid, data in {**before, **after}.items()
        if before.get(oid) != after.get(oid)
    )


@pytest.mark.parametrize(("person", "sabotage"), CASES)
def test_no_setting_opens_a_door(office, places, person, sabotage, sampled):
    portal = office.portal
    client = client_of(portal, person)
    in_site, at_root = tokens(portal, person)
    transaction.commit()
    storage = office.library._p_jar.db().storage
    before, seen = written(office.library), storage.lastTransaction()
    failures = []
    for door in [*SABOTAGE[sabotage], *sampled(DOORS, KNOCKS)]:
        answer = knock(client, door, places, in_site, at_root)
        if answer.status_code >= 500:
            failures.append(f"{str(door)[:200]}: {answer.status_code}")
        if storage.lastTransaction() == seen:
            # Nothing at all was written since.
            continue
        transaction.begin()
        after, seen = written(office.library), storage.lastTransaction()
        if after != before:
            failures.append(f"{str(door)[:200]}: {answer.status_code}, changed {changed(before, after)}")
            before = after
    assert failures == [], "\n".join(failures)
    assert list(verify_editions()) == []
    assert list(broken_chains()) == []


def found(portal, login):
    """Return what the catalog tells somebody: the metadata of every row, and what each index knows of it."""
    catalog = api.portal.get_tool("portal_catalog")
    with api.env.adopt_user(username=login):
        return {
            brain.getPath(): (
                {name: getattr(brain, name) for name in catalog.schema() if name not in MADE_NEW},
                {
                    name: value
                    for name, value in catalog.getIndexDataForRID(brain.getRID()).items()
                    if name not in MADE_NEW
                },
            )
            for brain in catalog(portal_type=["Library", "Procedure", "Edition"])
        }


def test_an_emptied_catalog_hides_nothing_from_verification_and_is_rebuilt_whole(office, places):
    portal = office.portal
    client = client_of(portal, "manager")
    in_site, at_root = tokens(portal, "manager")
    transaction.commit()
    records = written(office.library)
    before = [found(portal, login) for login in ("pelnomocnik", "pracownik")]
    assert len(before[0]) > len(before[1]) > 0
    cleared = knock(client, page("{portal}/portal_catalog/manage_catalogClear"), places, in_site, at_root)
    assert cleared.status_code == 302, cleared.text
    transaction.begin()
    assert found(portal, "pelnomocnik") == {}
    released = office.library[places["document-id"]]["wydanie-1"]
    vars(released)["title"] = "Podrobione"
    assert [symbol for symbol, _seq, _message in verify_editions()] == [places["document-id"]]
    transaction.abort()
    rebuilt = knock(client, page("{portal}/portal_catalog/manage_catalogRebuild"), places, in_site, at_root)
    assert rebuilt.status_code == 302, rebuilt.text
    transaction.begin()
    assert [found(portal, login) for login in ("pelnomocnik", "pracownik")] == before
    assert written(office.library) == records


def test_an_exported_document_is_not_imported_again(office, places, tmp_path, monkeypatch):
    """What the file holds is a copy of a released edition; Managers hold the permission only if they take it."""
    portal = office.portal
    monkeypatch.setattr(ObjectManager.CONFIG, "clienthome", str(tmp_path))
    (tmp_path / "import").mkdir()
    for name, content in (("dokument", office.library[places["document-id"]]), ("wykaz", office.library)):
        content._p_jar.exportFile(content._p_oid, str(tmp_path / "import" / f"{name}.zexp"))
    client = client_of(portal, ROOT_ACCOUNT)
    in_site, at_root = tokens(portal, ROOT_ACCOUNT)
    transaction.commit()
    for place in (aq_parent(portal), portal):
        for permission in PERMISSIONS:
            place.manage_permission(permission, GREEDY, acquire=True)
    transaction.commit()
    before = written(office.library)
    for place in ("{root}", "{portal}", "{library}", "{document}"):
        for name in ("dokument", "wykaz"):
            door = page(f"{place}/manage_importObject", file=f"{name}.zexp", set_owner="0")
            answer = knock(client, door, places, in_site, at_root)
            assert answer.status_code == 403, f"{door}: {answer.status_code}"
        export = page(f"{place}/manage_exportObject", id="", download="1")
        assert knock(client, export, places, in_site, at_root).status_code == 403
    transaction.begin()
    assert written(office.library) == before
    assert [child.getId() for child in portal.objectValues() if child.portal_type in KINDS] == ["dokumenty"]
