"""Reading PDF."""

from czest.qms.documents.conversion import to_html
from io import BytesIO
import pikepdf
import pypdfium2
import pytest


def made(*pages, bold=()):
    """A PDF with lines at given places: ``(x, y, text)``; texts in ``bold`` are set in bold."""
    document = pikepdf.new()
    for lines in pages:
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font("Helvetica"), F2=font("Helvetica-Bold")))
        content = []
        for x, y, text in lines:
            name = "F2" if text in bold else "F1"
            escaped = text.replace("(", r"\(").replace(")", r"\)")
            content.append(f"BT /{name} 11 Tf {x} {y} Td ({escaped}) Tj ET")
        page.Contents = document.make_stream("\n".join(content).encode("cp1252"))
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def font(name):
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name("/" + name),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def column(*texts, top=780, left=72):
    """Lines 14 points apart; an empty text is a blank line."""
    return [(left, top - 14 * number, text) for number, text in enumerate(texts) if text]


def html(*pages, **options):
    return to_html("a.pdf", made(*pages, **options)).html


LONG = "Procedura obowiazuje wszystkie komorki organizacyjne Urzedu Miasta i"


def test_lines_become_paragraphs_by_distance():
    assert html(column("1. Cel", "", LONG, "jednostki podlegle.", "", "Drugi akapit.")) == (
        f"<h2>1. Cel</h2>\n<p>{LONG} jednostki podlegle.</p>\n<p>Drugi akapit.</p>"
    )


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file():
    lines = column(LONG, "jednostki podlegle.", "", "Drugi akapit.")
    assert html(lines[::-1]) == html(lines)


def test_cells_of_one_row_stand_in_one_line():
    assert html([(300, 700, "7 dni"), (72, 700, "Rejestracja")]) == "<p>Rejestracja 7 dni</p>"
    by_columns = [(300, 700, "7 dni"), (300, 660, "14 dni"), (72, 700, "Rejestracja"), (72, 660, "Ocena")]
    assert html(by_columns) == "<p>Rejestracja 7 dni</p>\n<p>Ocena 14 dni</p>"


def test_words_divided_at_the_end_of_a_line_are_joined():
    line = "Procedura obowiazuje wszystkie komorki organizacyjne Urzedu Miasta i "
    assert "i mieszkancow dotyczy" in html(column(line + "mieszkan-", "cow dotyczy."))
    assert "i spoleczno-gospodarcze" in html(column(line + "spoleczno-", "gospodarcze."))


def test_bold_lines_are_headings_and_bold_text_is_kept():
    assert html(column("Zakres", "", "Tekst akapitu."), bold={"Zakres"}) == "<h2>Zakres</h2>\n<p>Tekst akapitu.</p>"
    assert html(column("Zdanie wazne."), bold={"Zdanie wazne."}) == "<p><strong>Zdanie wazne.</strong></p>"


def test_running_heads_feet_and_page_numbers_are_left_out():
    pages = [
        [
            (72, 810, "PS-01 wydanie 6"),
            *column(f"Tekst {word} strony."),
            (72, 40, f"Strona {number} z 3"),
            (300, 20, f"{number}"),
        ]
        for number, word in enumerate(["pierwszej", "drugiej", "trzeciej"], 1)
    ]
    assert html(*pages) == "<p>Tekst pierwszej strony.</p>\n<p>Tekst drugiej strony.</p>\n<p>Tekst trzeciej strony.</p>"


def test_blank_text_is_no_line():
    assert html([(72, 700, " "), *column("Tekst.")]) == "<p>Tekst.</p>"


def test_a_page_number_of_a_short_document_is_left_out():
    assert html([*column("Tekst."), (300, 20, "- 1 -")]) == "<p>Tekst.</p>"


def test_a_paragraph_goes_on_over_the_page():
    assert html(column(LONG), column("jednostki podlegle.")) == f"<p>{LONG} jednostki podlegle.</p>"


def test_a_scan_gives_a_warning():
    conversion = to_html("a.pdf", made([]))
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["no-text"])


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 300])
def test_damaged_files_give_a_warning(data):
    conversion = to_html("a.pdf", data)
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["broken"])


def test_a_page_that_cannot_be_loaded_gives_a_warning(monkeypatch):
    def refuse(document, number):
        raise pypdfium2.PdfiumError("Failed to load page")

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", refuse)
    assert [finding.code for finding in to_html("a.pdf", made(column("Tekst."))).warnings] == ["broken"]
