"""The office's own word for a state is on every kind of screen, and nowhere but in its site."""

import csv
from czest.qms import clock
from czest.qms.appearance.states import state
from czest.qms.language.office_words import RECORD
import datetime
import io
from plone import api
import pytest
import re
from support.optional_states import turn_on
import transaction
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.i18n import translate


TOMORROW = clock.today() + datetime.timedelta(days=1)
WORDS = {
    "In force": {"en": "Valid", "pl": "Ważne"},
    "In review": {"en": "At the reviewers", "pl": "U sprawdzających"},
    "In agreement": {"en": "Consulted", "pl": "Konsultowane"},
    "Submit for review": {"en": "Hand over", "pl": "Oddaj"},
    "Ask for agreement": {"en": "Consult the units", "pl": "Skonsultuj z komórkami"},
}


@pytest.fixture
def documents(office):
    """One document in force, with a second edition in review; one consulted; one that is still a draft."""
    turn_on("agreement")
    in_force = office.register(title="Skargi")
    office.in_force(in_force)
    made = {"in_force": in_force, "in_review": office.submitted(in_force)}
    consulted = office.draft(office.register(title="Petycje"))
    made["consulted"] = office.do("autor", consulted, "begin-agreement", asked=["unit:OR"], until=TOMORROW)
    made["draft"] = office.draft(office.register(title="Wnioski"))
    words = {language: {english: shown[language] for english, shown in WORDS.items()} for language in ("en", "pl")}
    api.portal.set_registry_record(RECORD, words)
    transaction.commit()
    return made


def test_pages_lists_and_pages_of_operations_say_the_offices_word(browse, documents):
    reader = browse("autor")
    reader.open(documents["in_force"].absolute_url())
    assert "Valid, from" in " ".join(reader.words("main"))
    assert "At the reviewers" in " ".join(reader.words(".qms-strip"))
    reader.open(documents["consulted"].absolute_url())
    assert "Consulted" in " ".join(reader.words("main"))
    assert "Consulted" in " ".join(reader.words(".qms-step"))
    reader.open(f"{api.portal.get().absolute_url()}/dokumenty?scope=all")
    listed = " ".join(reader.words("main"))
    assert "Valid" in listed
    assert "edition 2: At the reviewers since today" in listed
    assert "In force" not in " ".join(reader.words("tbody"))
    officer = browse("pelnomocnik")
    officer.open(f"{api.portal.get().absolute_url()}/@@workflows?workflow=qms_edition_workflow")
    assert {"Consulted", "Valid", "Hand over"} <= set(
        re.findall(r"Consulted|Valid|Hand over|In force since", officer.contents)
    )
    reader.open(f"{documents['draft'].absolute_url()}/@@operation/begin-agreement")
    assert "Consult the units" in " ".join(reader.words("main"))


def test_answers_of_rest_and_files_say_it_too(client, documents):
    author = client("autor")
    offered = author.get(f"{documents['draft'].absolute_url()}/@operations").json()["items"]
    assert {"Consult the units", "Hand over"} <= {item["title"] for item in offered}
    workflow = author.get(f"{documents['consulted'].absolute_url()}/@workflow").json()
    assert workflow["state"]["title"] == "Consulted"
    refused = author.operate(documents["consulted"].absolute_url(), "save", title="Inny")
    assert "Consulted" in refused.json()["message"]
    answer = author.get("dokumenty/@@register.csv", params={"scope": "all"}, headers={"Accept": "text/html"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert any("Valid" in row for row in rows)


def test_each_language_has_its_own_word_and_without_one_the_shipped(portal, documents):
    word = state("in_review").word
    assert translate(word, target_language="pl") == "U sprawdzających"
    assert translate(word, target_language="en") == "At the reviewers"
    assert translate(state("draft").word, target_language="pl") == "Projekt"
    api.portal.set_registry_record(RECORD, {"pl": {"In review": "U sprawdzających"}})
    assert translate(word, target_language="en") == "In review"


def test_another_site_of_the_process_says_the_shipped_word(portal, documents):
    word = state("in_review").word
    present = getSite()
    try:
        setSite(None)
        assert translate(word, target_language="pl") == "W sprawdzeniu"
    finally:
        setSite(present)
    assert translate(word, target_language="pl") == "U sprawdzających"
