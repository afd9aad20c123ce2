"""Names and metadata of the archival package."""

from czest.qms.disposal.rules import package
from hypothesis import given
from hypothesis import strategies
import pytest
from xml.etree import ElementTree


#: The elements of § 4 of the regulation of 30 October 2006, as ARCH-10 names them.
ELEMENTS = {
    "identyfikator",
    "tworca",
    "tytul",
    "data",
    "format",
    "dostep",
    "typ",
    "relacja",
    "grupowanie",
    "kwalifikacja",
    "jezyk",
    "opis",
}


def document(**changes):
    values = {
        "identifier": "Z-PS04-2026/07/statut.pdf",
        "creators": (("Instytucja", "Urząd Miasta"), ("Autor", "Archiwista")),
        "title": "Statut & regulamin",
        "created_on": "1995-06-30",
        "closed_on": "1995-07-01",
        "media_type": "application/pdf",
        "size": 12,
        "access": "wszystko",
        "kind": "Statut",
        "relations": (("ma grupę", "OR.0142.1.1995"),),
        "jrwa_class": "0142",
        "heading": "System zarządzania jakością",
        "case_sign": "OR.0142.1.1995",
        "category": "A",
        "description": "Nadano statut",
        "digest": "ab" * 32,
    }
    return package.Document(**{**values, **changes})


def test_arch_10_the_metadata_have_every_element_of_the_regulation():
    root = ElementTree.fromstring(package.metadata(document()))
    assert {element.tag for element in root} == ELEMENTS
    assert root.findtext("tytul/oryginalny") == "Statut & regulamin"
    assert [group.findtext("kod") for group in root.iter("grupowanie")] == ["0142", "OR.0142.1.1995"]
    assert root.find("format/wielkosc").attrib == {"jednostka": "bajt"}


def test_what_is_not_known_is_left_out():
    root = ElementTree.fromstring(package.metadata(document(closed_on="", case_sign="", description="")))
    assert root.find("opis") is None
    assert len(root.findall("data")) == len(root.findall("grupowanie")) == 1


@pytest.mark.parametrize(
    ("media_type", "word"), [("application/pdf", "Tekst"), ("image/png", "Obraz"), ("audio/ogg", "Dźwięk")]
)
def test_the_class_follows_the_media_type(media_type, word):
    assert package.class_of(media_type) == word


@pytest.mark.parametrize(
    ("name", "found"),
    [("a/b\\c:d.pdf", "a-b-c-d.pdf"), (" . ", "plik"), ("Zażółć.odt", "Zażółć.odt"), ("a\x00b", "a-b")],
)
def test_names_fit_every_file_system(name, found):
    assert package.portable(name) == found


@given(strategies.lists(strategies.sampled_from(["a.pdf", "A.pdf", "a (2).pdf", "a", ".a", "b.x.y"]), max_size=12))
def test_no_two_names_of_a_folder_are_the_same(names):
    taken = set()
    for name in names:
        taken.add(package.unique(name, taken))
    assert len({name.casefold() for name in taken}) == len(names)


def test_a_case_names_its_documents():
    root = ElementTree.fromstring(package.case("OR.0142.1.1995", "Hasło", "0142", "A", (1995, 1996), ["dokumenty/1/a"]))
    assert [file.text for file in root.iter("plik")] == ["dokumenty/1/a"]
    assert (root.findtext("data/od"), root.findtext("data/do")) == ("1995", "1996")


def test_the_manifest_is_one_that_sha256sum_reads():
    assert package.manifest({"b": "2" * 64, "a": "1" * 64}) == f"{'1' * 64}  a\n{'2' * 64}  b\n".encode()


def test_the_folder_of_a_record_stands_in_the_order_of_the_list():
    assert package.folder_of(7, "Z-PS04-2026/07") == "0007_Z-PS04-2026-07"
