"""The office's own texts of letters: a closed list of fields, put in safely."""

from czest.qms.approval.rules.letter_texts import FIELD
from czest.qms.approval.rules.letter_texts import LONGEST_SUBJECT
from czest.qms.approval.rules.letter_texts import LONGEST_TEXT
from czest.qms.approval.rules.letter_texts import problems
from czest.qms.approval.rules.letter_texts import rendered
from hypothesis import given
from hypothesis import strategies
import pytest
from support.shipped_letters import LETTERS


CHECK = LETTERS["check"]
WHOLE = "Proszę sprawdzić: ${edition}.\n\nZ up.: ${behalf}.\n\nTermin: ${day}.\n\n${address}"
#: What letters may tell: nothing of a document, no remark, no reason.
FIELDS = {"edition", "record", "day", "days", "who", "address", "behalf", "entry", "count", "waiting", "tasks"}
DAILY_LIST = LETTERS["daily_list"]
LISTED = "Dzień dobry\n\n${tasks}\n\n${address}"
VALUES = {"edition": "PS-01 Obieg, wydanie 6", "address": "https://szj.example/qms/d/PS-01"}


def codes(subject, text, letter=CHECK):
    return [(found.part, found.code, found.values) for found in problems(letter, subject, text)]


@pytest.mark.parametrize("letter", LETTERS.values(), ids=list(LETTERS))
def test_what_is_shipped_can_be_sent(letter):
    assert problems(letter, letter.subject, "\n\n".join(letter.text)) == ()
    assert set(letter.required) <= {*letter.fields, *letter.lists}
    assert set(letter.allowed) <= FIELDS


@pytest.mark.parametrize(
    ("subject", "text", "found"),
    [
        ("Do sprawdzenia: ${edition}", WHOLE, []),
        ("Za 100 $ i $5", WHOLE + " Koszt: 5 $.", [("subject", "malformed", {"text": "$5"})]),
        (" ", WHOLE, [("subject", "required", {})]),
        ("Dwa\nwiersze", WHOLE, [("subject", "lines", {})]),
        ("x" * (LONGEST_SUBJECT + 1), WHOLE, [("subject", "too_long", {"limit": LONGEST_SUBJECT})]),
        ("X", WHOLE + "x" * LONGEST_TEXT, [("text", "too_long", {"limit": LONGEST_TEXT})]),
        (
            "Uwagi: ${comment}",
            WHOLE,
            [("subject", "unknown", {"field": "${comment}", "fields": "${edition}, ${address}"})],
        ),
        ("X", "$edition ${edition} ${address}", [("text", "malformed", {"text": "$edition"})]),
        ("X", "${edition} ${address} ${day", [("text", "malformed", {"text": "${day"})]),
        ("X", "${edition} ${address} ${Day}", [("text", "malformed", {"text": "${Day}"})]),
        ("X", "${edition}", [("text", "missing", {"field": "${address}"})]),
        ("X", "Do ${day}: ${edition}.\n\n${address}", [("text", "together", {"field": "${day}"})]),
        ("Termin ${day}", WHOLE, [("subject", "unknown", {"field": "${day}", "fields": "${edition}, ${address}"})]),
    ],
)
def test_what_is_wrong_is_named(subject, text, found):
    assert codes(subject, text) == found


def test_an_empty_text_names_all_that_is_missing():
    assert [code for _part, code, _values in codes("X", "")] == ["required", "missing", "missing"]


def test_a_paragraph_whose_field_is_missing_is_left_out():
    subject, paragraphs = rendered(CHECK, "Do sprawdzenia: ${edition}", WHOLE, {**VALUES, "day": "5 grudnia 2026 r."})
    assert subject == "Do sprawdzenia: PS-01 Obieg, wydanie 6"
    assert paragraphs == [
        "Proszę sprawdzić: PS-01 Obieg, wydanie 6.",
        "Termin: 5 grudnia 2026 r..",
        "https://szj.example/qms/d/PS-01",
    ]


@pytest.mark.parametrize(
    ("letter", "subject", "text", "found"),
    [
        ("drift", "Różnice", "Razem ${count}: ${address}", []),
        ("drift", "Różnice", "Razem ${count}", [("text", "missing", {"field": "${address}"})]),
        ("record_corrected", "${record}", "${record} ${address}", []),
        ("record_corrected", "Zapis", "${address}", [("text", "missing", {"field": "${record}"})]),
        ("published", "BIP", "${edition}: ${entry} ${address}", []),
        ("daily_list", "Na dziś: ${count}", LISTED, []),
        ("daily_list", "Na dziś", "${waiting} ${address}", [("text", "missing", {"field": "${tasks}"})]),
        ("daily_list", "Na dziś", "Oto: ${tasks}\n\n${address}", [("text", "alone", {"field": "${tasks}"})]),
        (
            "daily_list",
            "${tasks}",
            LISTED,
            [("subject", "unknown", {"field": "${tasks}", "fields": "${waiting}, ${count}, ${address}"})],
        ),
    ],
)
def test_each_letter_has_fields_of_its_own(letter, subject, text, found):
    assert codes(subject, text, LETTERS[letter]) == found


def test_a_list_is_put_in_as_the_paragraphs_that_it_is():
    tasks = ["Do sprawdzenia: ${address}\nhttps://szj.example/1", "Do  zatwierdzenia"]
    values = {"tasks": tasks, "count": 2, "address": "https://szj.example"}
    assert rendered(DAILY_LIST, "Na dziś: ${count}", LISTED, values) == (
        "Na dziś: 2",
        ["Dzień dobry", *tasks, "https://szj.example"],
    )


def test_blank_lines_of_any_kind_part_paragraphs():
    text = "${edition}\r\n\r\n\r\n  ${address}\n \n\nKoniec\nwiersza"
    assert rendered(CHECK, "X", text, VALUES)[1] == [VALUES["edition"], VALUES["address"], "Koniec\nwiersza"]


@given(strategies.dictionaries(strategies.sampled_from(CHECK.allowed), strategies.text(max_size=30)))
def test_a_value_is_never_read_as_a_field_nor_breaks_a_line(values):
    values = {**values, "edition": "${behalf} ${address}\nBcc: x@example"}
    subject, paragraphs = rendered(CHECK, "${edition}", "${edition}\n\n${address}", values)
    assert subject == paragraphs[0] == "${behalf} ${address} Bcc: x@example"
    assert len(subject.splitlines()) == 1


@given(strategies.text(alphabet="a$ {}\n", max_size=40))
def test_what_has_no_problem_names_no_unknown_field(text):
    whole = f"{text}\n\n${{edition}} ${{address}}"
    if not problems(CHECK, "X", whole):
        assert set(FIELD.findall(whole)) <= set(CHECK.allowed)
