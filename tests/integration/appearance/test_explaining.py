"""What is wrong with a value is said in words of ours, for every kind of fault that fields know."""

from czest.qms.appearance.explaining import explain
import datetime
import pytest
from z3c.form.converter import FormatterValidationError
from zope import schema
from zope.i18n import translate
from zope.schema.interfaces import InvalidValue
from zope.schema.interfaces import ValidationError


NAMES = schema.List(value_type=schema.TextLine(max_length=3), min_length=1, max_length=2, unique=True)
FAULTS = {
    "Liczba znaków przekracza 3.": (schema.TextLine(max_length=3), "abcd"),
    "Tekst jest krótszy, niż wymagana liczba znaków: 3.": (schema.TextLine(min_length=3), "ab"),
    "Największa dozwolona wartość: 9.": (schema.Int(max=9), 10),
    "Najmniejsza dozwolona wartość: 2020-01-01.": (
        schema.Date(min=datetime.date(2020, 1, 1)),
        datetime.date(2019, 1, 1),
    ),
    "Za dużo pozycji: najwyżej 2.": (NAMES, ["a", "b", "c"]),
    "Za mało pozycji: co najmniej 1.": (NAMES, []),
    "Jedną wartość podano dwa razy.": (NAMES, ["a", "a"]),
    "Wybierz jedną z podanych wartości.": (schema.Choice(values=["a"]), "b"),
    "To pole jest wymagane.": (schema.TextLine(required=True), None),
    "Wartość jest niewłaściwego typu.": (schema.Int(), "1"),
}


def in_polish(error):
    return translate(explain(error), target_language="pl")


@pytest.mark.parametrize("sentence", FAULTS)
def test_every_fault_has_its_sentence(portal, sentence):
    field, value = FAULTS[sentence]
    with pytest.raises(ValidationError) as fault:
        field.validate(value)
    assert in_polish(fault.value) == sentence


def test_a_fault_inside_a_list_is_the_one_told(portal):
    with pytest.raises(ValidationError) as fault:
        NAMES.validate(["abcd"])
    assert in_polish(fault.value) == "Liczba znaków przekracza 3."


def test_what_has_no_sentence_of_its_own_is_not_told_in_english(portal):
    assert in_polish(InvalidValue()) == "Wartość jest nieprawidłowa."


def test_a_converter_keeps_its_words(portal):
    error = FormatterValidationError("Wpisz po jednym w wierszu.", "x")
    assert explain(error) == "Wpisz po jednym w wierszu."
