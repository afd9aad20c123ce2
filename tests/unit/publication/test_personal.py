"""Personal data: found by shape, checksum and the words near, and never shown in full (RODO-1, RODO-3)."""

from czest.qms.publication.rules.masks import masked
from czest.qms.publication.rules.personal import hidden
from czest.qms.publication.rules.personal import HITS_LIMIT
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.personal import search
from datetime import date
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st
import pytest
from stdnum.iso7064 import mod_97_10
from stdnum.pl import nip
from stdnum.pl import pesel
from stdnum.pl import regon


def found(text, office=None):
    return [(hit.kind, hit.certain) for hit in search(text, office)]


@st.composite
def pesels(draw):
    day = draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
    month = day.month + (20 if day.year >= 2000 else 0)
    number = f"{day.year % 100:02}{month:02}{day.day:02}{draw(st.integers(0, 9999)):04}"
    return number + pesel.calc_check_digit(number)


@st.composite
def nips(draw):
    number = f"{draw(st.integers(10**8, 10**9 - 1))}"
    check = nip.checksum(number + "0") % 11
    assume(check != 10)
    value = number + str(check)
    assume(nip.is_valid(value))
    return value


@st.composite
def accounts(draw):
    number = f"{draw(st.integers(0, 10**24 - 1)):024}"
    return mod_97_10.calc_check_digits(f"{number}2521") + number


NUMBERS = {
    "pesel": (pesels(), "PESEL"),
    "nip": (nips(), "NIP"),
    "bank_account": (accounts(), "nr rachunku"),
    "regon": (
        st.integers(10**7, 10**8 - 1).map(lambda number: f"{number}{regon.calc_check_digit(str(number))}"),
        "REGON",
    ),
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_each_kind_is_found_wherever_it_stands(kind):
    numbers, word = NUMBERS[kind]

    @given(
        numbers, st.sampled_from(["", "w aktach: ", "(", "\n", "„"]), st.sampled_from(["", ".", ", dalej", ")", "\n"])
    )
    def search_for(number, before, after):
        assert (kind, True) in found(f"{word} {before}{number}{after}")
        assert number not in str(search(f"{word} {before}{number}{after}"))
        assert number not in hidden(f"{word} {before}{number}{after}")

    search_for()


@given(pesels(), st.sampled_from(range(11)))
def test_one_wrong_digit_is_no_pesel(number, place):
    wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    assert ("pesel", True) not in found(f"PESEL {wrong}")


@given(pesels())
def test_without_a_word_near_it_may_be_one(number):
    assert ("pesel", False) in found(f"numer sprawy {number} z rejestru")


@pytest.mark.parametrize(
    "written",
    [
        "PESEL: 44051401359",
        "PESEL 440514 01359",
        "pesel 44-05-14-01359",
        "PESEL\u00a044051401359",
        "PESEL ４４０５１４０１３５９",
        "PESEL 4405\u200b1401359",
        "44051401359 (PESEL)",
    ],
)
def test_ways_of_writing_a_pesel(written):
    assert found(written) == [("pesel", True)]


@pytest.mark.parametrize(
    "written, kind",
    [
        ("rachunek 61 1090 1014 0000 0712 1981 2874", "bank_account"),
        ("IBAN PL61109010140000071219812874", "bank_account"),
        ("przelew na DE89 3704 0044 0532 0130 00 w banku", "bank_account"),
        ("NIP 526-10-40-828", "nip"),
        ("NIP PL 5261040828", "nip"),
        ("REGON: 123456785", "regon"),
        ("REGON 12345678512347", "regon"),
    ],
)
def test_ways_of_writing_other_numbers(written, kind):
    assert found(written) == [(kind, True)]


@pytest.mark.parametrize(
    "written, kind",
    [
        ("KW CZ1C/00012345/6", "land_register"),
        ("jan.kowalski@gmail.com", "email"),
        (r"\\serwer.urzad\sprawy\kowalski.odt", "path"),
        ("file:///home/jan/skarga.odt", "path"),
        (r"zapisz w C:\Sprawy\skarga.odt", "path"),
        ("tel. 34 370 71 00", "phone"),
        ("501 502 503", "phone"),
        ("+48 501502503", "phone"),
        ("+49 30 901820", "phone"),
    ],
)
def test_what_only_warns(written, kind):
    assert found(written) == [(kind, False)]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kwota 120 000 000 zł",
        "Dz.U. 2024 poz. 1234",
        "OR.0142.3.2026.JW",
        "sekretariat@czestochowa.um.gov.pl",
        "a@b",
        "w dniach 2026-01-01 do 2026-12-31",
        "PESEL 44051401358",
        "https://bip.example/a:b",
        "art. 5: ust. 2",
    ],
)
def test_what_is_no_personal_data(written):
    assert found(written) == []


def test_what_belongs_to_the_office_is_passed_over():
    office = Office(("urzad.example",), ("+4834370",), ("5261040828", "61109010140000071219812874"))
    text = "NIP 526-10-40-828, rachunek 61 1090 1014 0000 0712 1981 2874, tel. 34 370 71 00, a@bip.urzad.example"
    assert found(text, office) == []
    assert len(found(text)) == 4
    assert found("a@innyurzad.example", office) == [("email", False)]


def test_the_same_is_told_once_and_counted():
    [hit] = search("PESEL 44051401359, PESEL 44051401359")
    assert (hit.masked, hit.count) == ("44*******59", 2)


def test_a_list_is_told_in_part():
    text = "\n".join(f"osoba{number}@example.org" for number in range(1000))
    assert len(search(text)) <= HITS_LIMIT


@given(st.text(min_size=9))
def test_a_mask_keeps_the_length_and_four_characters(value):
    mask = masked(value)
    assert len(mask) == len(value)
    assert mask[2:-2] == "*" * (len(value) - 4)


@given(st.text(max_size=8))
def test_a_short_value_is_masked_wholly(value):
    assert masked(value) == "*" * len(value)


@given(st.text())
def test_searching_never_fails_and_hiding_leaves_nothing(text):
    search(text)
    assert not [hit for hit in search(hidden(text)) if hit.kind in ("pesel", "bank_account", "email")]


@pytest.mark.parametrize("text", ["1 " * 50_000, "a" * 100_000, "a@" * 50_000, "AB12" * 25_000, "12-" * 33_000])
def test_long_text_is_searched_in_one_go(text):
    search(text)
