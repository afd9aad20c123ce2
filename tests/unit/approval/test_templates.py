"""Which template applies to a document: always the same one, and the closest."""

from czest.qms.approval.rules.templates import applying
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import would_tie
from hypothesis import given
from hypothesis import strategies as st
import itertools
import pytest


#: A unit with the units above it, by symbol.
UNITS = {"FE": ["FE"], "FE-EFS": ["FE-EFS", "FE"], "FE-EFS-1": ["FE-EFS-1", "FE-EFS", "FE"], "OR": ["OR"]}
KINDS = ("Procedure", "Instruction")
PROCESSES = (None, "PG-1", "PG-2")


def template(name, kinds=(), units=(), processes=()):
    return Template(name, name, frozenset(kinds), frozenset(units), frozenset(processes))


EVERY = template("every")
KIND = template("kind", kinds=["Procedure"])
DEPARTMENT = template("department", units=["FE"])
SECTION = template("section", units=["FE-EFS"])
PROCESS = template("process", processes=["PG-1"])
ALL = (EVERY, KIND, DEPARTMENT, SECTION, PROCESS)


@pytest.mark.parametrize(
    "kind, unit, process, expected",
    [
        ("Instruction", "OR", None, EVERY),
        ("Procedure", "OR", None, KIND),
        ("Procedure", "FE", None, DEPARTMENT),
        ("Procedure", "FE-EFS", None, SECTION),
        ("Procedure", "FE-EFS-1", "PG-2", SECTION),
        ("Procedure", "FE-EFS-1", "PG-1", PROCESS),
    ],
)
def test_the_most_specific_template_applies(kind, unit, process, expected):
    assert applying(ALL, kind, UNITS[unit], process) == expected


def test_a_template_for_others_does_not_apply():
    assert applying((DEPARTMENT, PROCESS), "Procedure", UNITS["OR"], "PG-2") is None
    assert applying((KIND,), "Instruction", UNITS["OR"], None) is None
    assert applying((), "Procedure", [], None) is None


@pytest.mark.parametrize(
    "one, other, tie",
    [
        (EVERY, EVERY, True),
        (EVERY, KIND, False),
        (KIND, template("x", kinds=KINDS), True),
        (KIND, template("x", kinds=["Instruction"]), False),
        (DEPARTMENT, SECTION, False),
        (DEPARTMENT, template("x", units=["OR", "FE"]), True),
        (PROCESS, template("x", processes=["PG-1"], units=["FE"]), False),
    ],
)
def test_templates_that_could_tie_are_known_beforehand(one, other, tie):
    assert would_tie(one, other) is tie
    assert would_tie(other, one) is tie


def scope(values):
    return st.frozensets(st.sampled_from(values), max_size=2)


TEMPLATES = st.lists(
    st.tuples(scope(KINDS), scope(list(UNITS)), scope(PROCESSES[1:])).map(lambda parts: Template("", "", *parts)),
    max_size=5,
    unique=True,
)


@given(TEMPLATES, st.sampled_from(KINDS), st.sampled_from(list(UNITS)), st.sampled_from(PROCESSES))
def test_one_template_is_the_closest_unless_saving_refused_it(templates, kind, unit, process):
    kept = []
    for number, found in enumerate(templates):
        if not any(would_tie(found, other) for other in kept):
            kept.append(Template(str(number), "", found.kinds, found.units, found.processes))
    chosen = {applying(order, kind, UNITS[unit], process) for order in itertools.permutations(kept)}
    assert len(chosen) == 1
    fitness = {one.id: one.fitness(kind, UNITS[unit], process) for one in kept}
    fitting = [found for found in fitness.values() if found is not None]
    assert len(set(fitting)) == len(fitting)
    (best,) = chosen
    assert (best is None) == (not fitting)
    assert best is None or fitness[best.id] == max(fitting)


@given(st.lists(st.tuples(scope(KINDS), scope(list(UNITS)), scope(PROCESSES[1:])), min_size=2, max_size=2))
def test_templates_tie_exactly_where_some_document_fits_both_equally(parts):
    one, other = (Template(str(number), "", *part) for number, part in enumerate(parts))
    documents = itertools.product(KINDS, UNITS.values(), PROCESSES)
    met = [(one.fitness(*document), other.fitness(*document)) for document in documents]
    assert would_tie(one, other) == any(mine is not None and mine == theirs for mine, theirs in met)


@pytest.mark.parametrize("key", ["owner-head", "post:radca-prawny", "unit:FE-EFS", "person:jan:kowalski"])
def test_somebody_asked_is_found_again_by_the_key(key):
    assert Asked.of_key(key).key == key


@pytest.mark.parametrize("key", ["", "post", "post:", "owner-head:", "owner-head:x", "role:x", ":x"])
def test_other_keys_name_nobody(key):
    with pytest.raises(ValueError):
        Asked.of_key(key)
