"""The demonstration builds through the operations and is in the states it promises."""

from czest.qms import clock
from czest.qms.acts.finding import act_numbered
from czest.qms.demo.library import do
from czest.qms.documents.content import state_of
from czest.qms.documents.intake import read_source
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.evidence.interfaces import ITrail
from czest.qms.workflows.astray import uids_astray
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.walking import go_on
from czest.qms.workflows.walking import Walk
import datetime
import json
import pytest
from zope.component import getUtility


LOGINS = [
    "pelnomocnik",
    "autor",
    "autor2",
    "sprawdzajacy",
    "sprawdzajacy2",
    "zatwierdzajacy",
    "zatwierdzajacy2",
    "radca",
    "zastepca",
    "pracownik",
    "projekty",
    "redaktor-bip",
    "archiwista",
    "auditor",
    "administrator",
    "manager",
]


KINDS = ("Procedure", "Instruction", "FormTemplate")


def test_demo(demo):
    accounts = json.loads(demo.accounts_file.read_text(encoding="utf-8"))
    assert set(accounts) == set(LOGINS)
    assert demo.accounts_file.stat().st_mode & 0o777 == 0o600
    assert len({account["password"] for account in accounts.values()}) == len(LOGINS)
    library = demo["dokumenty"]
    assert len(library) == 17
    states = {symbol: [state_of(edition) for edition in library[symbol].editions()] for symbol in library}
    assert states["PS-04"][:2] == ["in_review", "in_force"]
    assert states["PS-07"] == ["approved"]
    assert states["I-FK-01"][:2] == ["in_force", "superseded"]
    assert state_of(library["PS-07"]) == "draft"
    assert library["I-IT-01"].access == "distribution"
    assert astray() == []


def astray():
    """Return the UIDs of the objects that the nightly walk would find not to be as they should."""
    ledger = getUtility(IAdjustmentsLedger)
    ledger.walk = Walk(clock.now())
    go_on(ledger, 10_000)
    return uids_astray(ledger)


def test_procedures_go_the_route_of_their_template_and_others_do_not(demo):
    library = demo["dokumenty"]
    approved = library["PS-07"].open_edition()
    assert approved.route_template["title"] == "Procedury"
    assert [(stage.purpose, stage.rule, stage.days) for stage in approved.route] == [
        ("check", "any", 7),
        ("opinion", "all", 5),
        ("approval", "all", None),
    ]
    signed = [(signature["login"], signature["act"]) for signature in approved.signatures]
    assert signed == [("sprawdzajacy", "review"), ("radca", "review"), ("zatwierdzajacy", "approve")]
    titles = {kind: IRouteAhead(make(library, kind)).template_title() for kind in KINDS}
    assert titles == {"Procedure": "Procedury", "Instruction": None, "FormTemplate": None}


def test_the_form_is_in_force_with_a_file_to_fill_in(demo):
    form = demo["dokumenty"]["F-PS01-1"]
    edition = form.edition_in_force()
    assert (form.portal_type, form.owner_unit, edition.number) == ("FormTemplate", "PJ", "2")
    assert (form.jrwa_class, form.archival_category, form.openness) == ("0142", "B5", "public_optional")
    assert form.related_documents == ["PS-01"]
    assert edition.source_file.filename == "F-PS01-1.odt"
    html, warnings = read_source(edition.source_file)
    assert "Proponowane brzmienie" in html
    assert warnings == []


def test_acts_bring_into_force_repeal_and_amend(demo):
    acts = demo["akty"]
    assert sorted(act.number for act in acts.values()) == [
        "k.14.2024",
        "k.19.2024",
        "k.3.2026",
        "k.31.2025",
        "k.7.2021",
    ]
    edition = demo["dokumenty"]["P-OR-09"].edition_in_force()
    enacting, replacing, amending = (act_numbered(number) for number in ("k.19.2024", "k.14.2024", "k.3.2026"))
    assert enacting.editions == (edition.UID(),)
    assert (edition.legal_act, edition.in_force_from) == ("k.19.2024", datetime.date(2024, 9, 25))
    assert edition.retroactive_from is None
    assert [signature["time"][:10] for signature in edition.signatures] == ["2024-09-16"] * 3
    assert (replacing.repeals, amending.amends) == (["k.7.2021"], ["k.14.2024", "PS-01"])
    assert all("ZARZĄDZENIE NR" in act.signed_file.data.decode() for act in acts.values())
    trail = getUtility(ITrail)
    assert trail.verify(demo["dokumenty"]["P-OR-09"].UID()).valid
    assert [entry.operation for entry in trail.entries(enacting.UID())] == ["record-act", "enact"]


def make(library, kind):
    document = do("autor", library, "register", kind=kind, title="Nowy dokument", owner_unit="FE-EFS")
    return do("autor", document, "open-revision")


@pytest.mark.parametrize("unit", ["PJ", "OR", "FE-EFS", "IT", "AR"])
def test_a_procedure_of_any_unit_is_led_to_approval_by_the_same_people(demo, unit):
    """Whoever heads the unit, or nobody: the head of the organisational department may check for all."""
    accounts = json.loads(demo.accounts_file.read_text(encoding="utf-8"))
    document = do("autor", demo["dokumenty"], "register", kind="Procedure", title="Nowy dokument", owner_unit=unit)
    edition = do("autor", document, "open-revision")
    do("autor", edition, "save", change_description="Pierwsze wydanie")
    do("autor", edition, "submit")
    for login, operation in (("sprawdzajacy", "review"), ("radca", "review"), ("zatwierdzajacy", "approve")):
        do(login, edition, operation, password=accounts[login]["password"])
    assert state_of(edition) == "approved"
