"""Terms kept in a site, and what forms make of them."""

from czest.qms import clock
from czest.qms.classification import schema as constraints
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.terms import Term
from czest.qms.classification.setup import install
from datetime import date
import pytest
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import TextLine
from zope.schema.interfaces import IVocabularyFactory


@pytest.fixture
def today():
    with clock.stopped_at(date(2026, 11, 24)):
        yield date(2026, 11, 24)


@pytest.fixture
def jrwa(classification, today):
    """A JRWA in which one class ended and another has two versions."""
    classification.replace(
        "jrwa",
        (
            Term("0", "Zarządzanie"),
            Term("01", "Dawna", "0", valid_until=date(2025, 12, 31), category="B5"),
            Term("02", "Stara nazwa", "0", valid_until=date(2025, 12, 31), category="B5"),
            Term("02", "Nowa nazwa", "0", valid_from=date(2026, 1, 1), category="A"),
            Term("03", "Przyszła", "0", valid_from=date(2027, 1, 1), category="A"),
        ),
    )
    return classification


def vocabulary(name):
    return getUtility(IVocabularyFactory, name)(None)


def titles(name):
    return {term.value: str(translate(term.title)) for term in vocabulary(name)}


def test_a_new_site_has_its_first_data(classification):
    assert all(classification.terms(scheme) for scheme in SCHEMES)
    assert (classification.default_openness("Procedure"), classification.default_basis("Procedure")) == (
        "bip",
        "udip-6-1-3-d",
    )
    assert classification.default_openness("Instruction") == "on_request"


def test_a_second_installation_keeps_what_the_office_changed(portal, classification):
    classification.replace("process", (Term("X", "x"),))
    classification.set_default_openness("Procedure", "internal", "udip-5-1")
    install(portal)
    assert classification.terms("process") == (Term("X", "x"),)
    assert classification.default_openness("Procedure") == "internal"


def test_a_kind_nobody_decided_about_is_internal(classification):
    assert classification.default_openness("Unknown") == "internal"
    assert classification.supports(classification.default_basis("Unknown"), "internal")


def test_openness_needs_a_basis_that_supports_it(classification):
    with pytest.raises(ValueError):
        classification.set_default_openness("Procedure", "bip", "udip-5-1")
    with pytest.raises(ValueError):
        classification.set_default_openness("Procedure", "bip", "unknown")
    assert classification.default_openness("Procedure") == "bip"


def test_an_unknown_scheme_is_an_error(classification):
    with pytest.raises(KeyError):
        classification.terms("colour")
    with pytest.raises(KeyError):
        classification.replace("colour", ())


@pytest.mark.parametrize(
    ("token", "known", "usable"),
    [("0", False, False), ("01", True, False), ("02", True, True), ("03", True, False), ("99", False, False)],
)
def test_what_may_be_carried_and_what_may_be_chosen(jrwa, token, known, usable):
    assert jrwa.known("jrwa", token) is known
    assert jrwa.usable("jrwa", token) is usable


def test_a_title_is_that_of_the_day(jrwa):
    assert jrwa.title("jrwa", "02") == "02 Nowa nazwa"
    assert jrwa.title("jrwa", "02", date(2020, 1, 1)) == "02 Stara nazwa"
    assert jrwa.title("jrwa", "01") == "01 Dawna"
    assert jrwa.title("jrwa", "99") == "99"


def test_vocabulary_marks_what_is_no_longer_valid(jrwa):
    assert titles("czest.qms.JrwaClasses") == {
        "01": "01 Dawna (no longer valid)",
        "02": "02 Nowa nazwa",
        "03": "03 Przyszła (no longer valid)",
    }
    assert "01" in vocabulary("czest.qms.JrwaClasses")
    assert "0" not in vocabulary("czest.qms.JrwaClasses")
    assert vocabulary("czest.qms.JrwaClasses").getTermByToken("02").value == "02"
    with pytest.raises(LookupError):
        vocabulary("czest.qms.JrwaClasses").getTerm("0")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("czest.qms.Processes", {"PZ-2"}),
        ("czest.qms.IsoClauses", {"9001:2015/7.5.3", "9001:2026/6.1"}),
        ("czest.qms.ControlStandards", {"C10", "E22"}),
        ("czest.qms.JrwaClasses", {"0142"}),
        ("czest.qms.ArchivalCategories", {"A", "B10", "BE50", "Bc"}),
        ("czest.qms.Openness", {"bip", "public_optional", "on_request", "internal"}),
        ("czest.qms.OpennessBases", {"udip-5-2"}),
        ("czest.qms.Access", {"staff", "distribution"}),
    ],
)
def test_vocabularies(classification, name, values):
    found = vocabulary(name)
    assert values <= set(titles(name))
    assert len(found) == len(titles(name))
    assert all(value in found for value in values)
    assert "no such thing" not in found


def test_vocabulary_is_empty_where_nothing_is_installed():
    from czest.qms.classification.vocabularies import SchemeVocabulary

    empty = SchemeVocabulary(None, "jrwa")
    assert (len(empty), "0142" in empty) == (0, False)


def test_any_category_of_the_right_form_is_contained():
    categories = vocabulary("czest.qms.ArchivalCategories")
    assert categories.getTermByToken("B7").value == "B7"
    assert None not in categories
    with pytest.raises(LookupError):
        categories.getTerm("B")


@pytest.mark.parametrize(
    ("constraint", "good", "bad", "refusal"),
    [
        (constraints.is_jrwa_class, "0142", "014", constraints.NotAJrwaClass),
        (constraints.is_archival_category, "BE5", "B", constraints.NotAnArchivalCategory),
    ],
)
def test_constraints_of_fields(classification, constraint, good, bad, refusal):
    field = TextLine(constraint=constraint)
    field.validate(good)
    with pytest.raises(refusal) as refused:
        field.validate(bad)
    assert refused.value.doc().domain == "czest.qms"
