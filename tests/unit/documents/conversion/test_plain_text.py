"""From lines of plain text to paragraphs, headings and lists."""

from czest.qms.documents.conversion import to_html
from czest.qms.documents.conversion.plain_text import TEXT_LIMIT
from hypothesis import given
from hypothesis import strategies as st
import pytest
import re


def html(text):
    return to_html("a.txt", text.encode()).html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lines broken by a program become one paragraph, a blank line ends it.
        (
            "Procedura określa zasady nadzoru nad dokumentami oraz\nzapisami w Urzędzie Miasta i ich\nudostępniania.\n\nDrugi akapit.",
            "<p>Procedura określa zasady nadzoru nad dokumentami oraz zapisami w Urzędzie Miasta i ich udostępniania.</p>\n"
            "<p>Drugi akapit.</p>",
        ),
        # Lines that are whole paragraphs stay apart.
        ("Pierwszy akapit.\nDrugi akapit.", "<p>Pierwszy akapit.</p>\n<p>Drugi akapit.</p>"),
        # Numbered headings, sub-headings, divisions, section signs, capitals.
        ("1. Cel\n\nTekst pierwszy.", "<h2>1. Cel</h2>\n<p>Tekst pierwszy.</p>"),
        ("2 Zakres stosowania\n\n2.1 Komórki", "<h2>2 Zakres stosowania</h2>\n<h3>2.1 Komórki</h3>"),
        ("II. Postanowienia ogólne\nTekst.", "<h2>II. Postanowienia ogólne</h2>\n<p>Tekst.</p>"),
        ("Rozdział 1\n\n§ 3.\n\nTekst.", "<h2>Rozdział 1</h2>\n<h3>§ 3.</h3>\n<p>Tekst.</p>"),
        ("ZARZĄDZENIE NR 5", "<h2>ZARZĄDZENIE NR 5</h2>"),
        # A numbered sentence is no heading.
        ("1. Pełnomocnik prowadzi rejestr.", "<p>1. Pełnomocnik prowadzi rejestr.</p>"),
        ("6.1. Zgłoszenie przyjmuje sekretariat.", "<p>6.1. Zgłoszenie przyjmuje sekretariat.</p>"),
        # Neighbours numbered from one are a list.
        ("1. Cel\n2. Zakres\n3. Definicje", "<ol><li>Cel</li><li>Zakres</li><li>Definicje</li></ol>"),
        ("1) pierwszy;\n2) drugi.", "<ol><li>pierwszy;</li><li>drugi.</li></ol>"),
        ("2) drugi;\n3) trzeci.", "<p>2) drugi;</p>\n<p>3) trzeci.</p>"),
        ("a) pierwszy;\nb) drugi.", "<p>a) pierwszy;</p>\n<p>b) drugi.</p>"),
        # Marks of lists.
        ("- raz\n– dwa\n• trzy", "<ul><li>raz</li><li>dwa</li><li>trzy</li></ul>"),
        ("-raz", "<p>-raz</p>"),
        # Nothing active survives.
        ("<script>alert(1)</script> & tekst", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; tekst</p>"),
        # A title in capitals over two lines is one heading.
        (
            "PROCEDURA NADZORU\nNAD DOKUMENTAMI\nokreśla zasady postępowania z dokumentami, formularzami oraz\nzapisami w Urzędzie.",
            "<h2>PROCEDURA NADZORU NAD DOKUMENTAMI</h2>\n"
            "<p>określa zasady postępowania z dokumentami, formularzami oraz zapisami w Urzędzie.</p>",
        ),
    ],
)
def test_lines_are_recognised(text, expected):
    assert html(text) == expected


WRAPPED = (
    "Niniejsza procedura określa zasady postępowania z niezgodnościami stwierdzonymi\n"
    "podczas auditów wewnętrznych oraz zewnętrznych, kontroli, przeglądu zarządzania\n"
)


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("i rozpatrywania skarg.\nKażdy pracownik zgłasza.", "skarg.</p>\n<p>Każdy"),
        ("i skarg, o których mowa w art. 227 k.p.a. oraz wniosków i petycji zebranych.\nKażdy", "zebranych. Każdy"),
        ("i skarg, m.in.\nzgłoszonych ustnie.", "m.in. zgłoszonych"),
        ("i rozpatrywania skarg:\nkażdy pracownik zgłasza.", "skarg:</p>\n<p>każdy"),
        (
            "i rozpatrywania skarg oraz wniosków mieszkańców, a także petycji wszystkich radnych;\nkażdy pracownik.",
            "radnych; każdy",
        ),
        ("i rozpatrywania skarg\nUrząd Miasta", "skarg</p>\n<p>Urząd"),
        ("i rozpatrywania skarg mieszkańców, o których mowa w przepisach\nKodeksu", "przepisach Kodeksu"),
        ("i spraw społeczno-\ngospodarczych.", "społeczno-gospodarczych"),
        ("i spraw społeczno-\n-gospodarczych.", "społeczno-gospodarczych"),
        ("i spraw mieszkań-\nców.", "mieszkańców"),
        ("i spraw mieszkań\u00ad\nców.", "mieszkańców"),
        ("i normy PN-\nEN.", "normy PN-EN."),
        (
            "i skarg.\n- raz dwa trzy\ncztery.\nKoniec listy.",
            "<ul><li>raz dwa trzy cztery.</li></ul>\n<p>Koniec listy.</p>",
        ),
        ("i skarg.\n\n7. Mierniki\nOdsetek działań.", "<h2>7. Mierniki</h2>\n<p>Odsetek działań.</p>"),
        (
            "i skarg.\n\n7. Mierniki i sposób ich ustalania przez komórki organizacyjne Urzędu\nOdsetek działań.",
            "<h2>7. Mierniki i sposób ich ustalania przez komórki organizacyjne Urzędu</h2>\n<p>Odsetek",
        ),
    ],
)
def test_wrapped_lines_are_joined_or_kept_apart(ending, expected):
    assert expected in html(WRAPPED + ending)


def test_lines_folded_again_by_a_narrower_page_are_joined():
    text = "".join(
        f"Długi wiersz numer {number} tekstu wyciągniętego z pliku zapisanego przez\nProgram i\n"
        f"dalej zapisany do pliku o szerokości większej niż wiersz, czyli\nzłożony na nowo i\n"
        for number in range(5)
    )
    assert html(text).count("<p>") == 1


def test_long_lines_are_paragraphs_even_beside_short_ones():
    long = "Bardzo długi akapit zapisany w jednym wierszu. " * 6
    assert html(f"{long}\n{long}\nkrótki\n").count("<p>") == 3


def test_levels_of_headings_are_not_skipped():
    assert html("§ 1.\n\nTekst.\n\nRozdział 1\n\n§ 2.\n\nTekst.") == (
        "<h2>§ 1.</h2>\n<p>Tekst.</p>\n<h2>Rozdział 1</h2>\n<h3>§ 2.</h3>\n<p>Tekst.</p>"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2"])
def test_encodings_are_recognised(encoding):
    text = "Zażółć gęślą jaźń, ŚWIĘTO."
    assert to_html("A.TXT", text.encode(encoding)).html == f"<p>{text}</p>"


def test_no_text_gives_a_warning():
    conversion = to_html("a.txt", b" \n \n")
    assert conversion.html == ""
    assert [(finding.code, finding.severity) for finding in conversion.warnings] == [("no-text", "warn")]


def test_bytes_that_are_no_text_give_a_warning():
    conversion = to_html("a.txt", b"\x00\x01")
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["broken"])


def test_more_text_than_any_document_has_gives_a_warning():
    conversion = to_html("a.txt", b"a" * (TEXT_LIMIT + 1))
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["too-long"])


def test_another_type_is_an_error_of_the_caller():
    with pytest.raises(KeyError):
        to_html("a.xlsx", b"x")


@given(st.lists(st.text(alphabet="abcĄć .,;:-1)2\u00ad<&", max_size=30)).map("\n".join))
def test_letters_and_figures_survive(text):
    result = re.sub(r"<[^>]*>", "", to_html("a.txt", text.encode()).html).replace("&lt;", "").replace("&amp;", "")
    assert re.findall("[abcĄć]", result) == re.findall("[abcĄć]", text)
