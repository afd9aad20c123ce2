"""The specification of a small workflow, whole."""

from czest.qms.operations import roles
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.specification import Specification
from types import SimpleNamespace


DEFINITION = b"""<?xml version="1.0" encoding="utf-8"?>
<dc-workflow workflow_id="small" title="Small" description="%(description)s" initial_state="new"
    manager_bypass="%(bypass)s" state_variable="review_state">
  <permission>View</permission>
  <permission>Delete objects</permission>
  <state state_id="new" title="New">
    <description>Just made</description>
    <exit-transition transition_id="end"/>
    <permission-map name="View" acquired="True"><permission-role>Auditor</permission-role></permission-map>
    <permission-map name="Delete objects" acquired="False"/>
  </state>
  <state state_id="done" title="Done">
    <exit-transition transition_id="touch"/>
    <permission-map name="View" acquired="False"><permission-role>Reader</permission-role></permission-map>
  </state>
  <transition transition_id="end" title="End it" new_state="done" trigger="USER">
    <guard><guard-expression>object/@@gate</guard-expression><guard-role>Auditor</guard-role></guard>
  </transition>
  <transition transition_id="touch" title="Touch it" new_state="" trigger="USER">
    <guard><guard-expression>object/@@gate</guard-expression></guard>
  </transition>
</dc-workflow>
"""
ALONE = b"""<dc-workflow workflow_id="alone" title="Alone" initial_state="only"><state state_id="only" title="Only"/></dc-workflow>"""


def fact(**values):
    return SimpleNamespace(**{"condition": None, "tells": (), "fires": (), "who": (), "possible_in": None, **values})


FACTS = [
    fact(
        id="end",
        title="End",
        fires=("end",),
        who=(roles.AUDITOR,),
        condition="reason",
        tells=(roles.AUTHOR,),
        possible_in=frozenset({"new"}),
    ),
    fact(id="look", title="Look", who=(roles.OFFICER, roles.STAFF)),
]


def lines_of(xml, facts=()):
    return Specification(definition_of(xml), facts, ["Thing"], roles.TITLES, str).text().splitlines()


def small(bypass=b"False", description=b"Few words"):
    return lines_of(DEFINITION % {b"bypass": bypass, b"description": description}, FACTS)


def test_head():
    lines = small()
    assert lines[0] == "# Small"
    assert lines[2] == "Few words"
    assert "Workflow: `small` · Types: `Thing`" in lines
    assert "Begins with: **New**" in lines


def test_without_description():
    assert "Few words" not in small(description=b"")


def test_each_state_says_who_has_what():
    lines = small()
    assert lines.index("## New (`new`)") < lines.index("## Done (`done`)")
    assert "Just made" in lines
    assert "| `View` | auditor (`Auditor`), as in the container |" in lines
    assert "| `View` | all staff (`Reader`) |" in lines
    assert lines.count("| others (1) | nobody |") == 2


def test_each_state_says_what_may_be_done():
    lines = small()
    new, done = lines.index("## New (`new`)"), lines.index("## Done (`done`)")
    assert "| End (`end`) | Done | auditor | reason | author |" in lines[new:done]
    assert "| Look (`look`) | – | quality officer, all staff | – | – |" in lines[new:done]
    assert "| Look (`look`) | – | quality officer, all staff | – | – |" in lines[done:]
    assert not [line for line in lines[done:] if "(`end`) | Done" in line]


def test_transitions_have_their_numbers():
    lines = small()
    assert "| 1 | End it (`end`) | New | Done | End |" in lines
    assert "| 2 | Touch it (`touch`) | Done | – | – |" in lines


def test_guards():
    lines = small()
    assert lines[-4:] == [
        "",
        "- `object/@@gate`",
        "- `object/@@gate; Auditor`",
        "- no guard lets a Manager pass (`manager_bypass`)",
    ]
    assert small(bypass=b"True")[-1] == "- a Manager passes every guard (`manager_bypass`)"


def test_a_workflow_in_which_nothing_happens():
    lines = lines_of(ALONE)
    assert "Nothing can be done here." in lines
    assert "- no transitions" in lines
    assert "## Transitions" not in lines
