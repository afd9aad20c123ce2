"""The matrix of rights: permissions of the definition, and what operations say of themselves."""

from czest.qms.workflows.rules import rights
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.definition import State
from dataclasses import dataclass


@dataclass
class Facts:
    """What an operation says of itself."""

    id: str
    who: tuple
    possible_in: frozenset | None = None
    is_asked: bool = True


@dataclass
class Definition:
    """What columns are asked of a definition."""

    permissions: tuple


COLUMNS = {column.id: column for column in rights.COLUMNS}
DRAFT = State("draft", "Draft", permissions={"View": Grant(False, frozenset({"Editor"}))})


def test_columns_are_those_that_the_objects_know():
    known = rights.columns_of(
        Definition(("View", "czest.qms: View trail")), [Facts("discard", ()), Facts("return", (), is_asked=False)]
    )
    assert [column.id for column in known] == ["read", "trail", "remove"]


def test_a_permission_is_had_by_the_roles_of_the_state():
    assert rights.may(COLUMNS["read"], "author", DRAFT, [])
    assert not rights.may(COLUMNS["read"], "officer", DRAFT, [])
    assert not rights.may(COLUMNS["trail"], "author", DRAFT, [])
    public = State("published", "Published", permissions={"View": Grant(False, frozenset({"Anonymous"}))})
    assert rights.may(COLUMNS["read"], "archivist", public, [])


def test_an_operation_is_done_by_whom_it_names_in_its_states():
    facts = [Facts("save", ("author", "owner"), frozenset({"draft"})), Facts("return", ("unit_staff",))]
    assert rights.may(COLUMNS["change"], "author", DRAFT, facts)
    assert not rights.may(COLUMNS["change"], "reviewer", DRAFT, facts)
    assert not rights.may(COLUMNS["change"], "author", State("in_review", ""), facts)
    assert rights.may(COLUMNS["send_back"], "staff", DRAFT, facts)
    assert not rights.may(COLUMNS["change"], "author", DRAFT, [Facts("save", ("author",), is_asked=False)])
