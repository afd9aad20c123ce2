"""Two editions of a document compared."""

import pytest
from support.office import file_named
from support.office import text
import transaction


OLD = "<h2>1. Cel</h2><p>Cel.</p><h2>2. Zakres</h2><p>Wszyscy.</p><h2>3. Opis</h2><p>Zgłoszenie trwa 7 dni.</p>"
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def document(office):
    document = office.register()
    office.in_force(document, body=text(OLD), attachments=[file_named("a.txt", b"jeden")])
    office.draft(
        document,
        body=text(OLD.replace("7", "14")),
        title=EVIL,
        change_description=EVIL,
        distribution=["all", "OR"],
        attachments=[file_named("a.txt", b"dwa"), file_named("b.txt", b"nowy")],
    )
    transaction.commit()
    return document


def address(document, query=""):
    return f"{document.absolute_url()}/@@compare{query}"


def test_text_data_and_files_are_compared(browse, document):
    author = browse("autor")
    author.open(address(document, "?from=1&to=2"))
    assert author.status == 200
    assert author.words(".qms-redline-change del") == ["removed: 7"]
    assert author.words(".qms-redline-change ins") == ["added: 14"]
    labels = author.words("tbody th")
    assert labels == ["Title", "Distribution list", "File a.txt", "File b.txt"]
    cells = author.words("tbody td")
    assert cells[:2] == ["removed: Obieg korespondencji", f"added: {EVIL}"]
    assert cells[2:4] == ["all staff", "all staff, added: Wydział Organizacyjny (OR)"]
    assert EVIL not in author.contents
    assert author.words(".qms-contents-count") == ["–", "–", "1"]
    assert author.words(".qms-redline-folded summary") == ["Sections 1 and 2 unchanged – show"]
    ids = [element.get("id") for element in author.page.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_side_by_side_and_whole(browse, document):
    author = browse("autor")
    author.open(address(document, "?from=1&to=2&view=beside&chosen=1"))
    older, newer = author.words(".qms-compare-sides > section")
    assert "7" in older and "14" not in older
    assert "14" in newer and "7 dni" not in newer
    assert not author.page.cssselect(".qms-redline-folded")
    ids = [element.get("id") for element in author.page.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_by_default_the_newest_is_compared_with_the_one_before(browse, document):
    author = browse("autor")
    author.open(address(document))
    assert author.getControl(name="from").value == ["1"]
    assert author.getControl(name="to").value == ["2"]


@pytest.mark.parametrize(
    "query", ["?from=1&to=9", "?from=9&to=1", "?from=1&from=2&to=1", "?to:int=1", "?from=%00&to=1"]
)
def test_what_is_not_there_is_not_found(browse, document, query):
    author = browse("autor")
    author.open(address(document, query))
    assert author.status == 404


def test_staff_do_not_see_a_draft(browse, document):
    staff = browse("pracownik")
    staff.open(address(document, "?from=1&to=2"))
    assert staff.status == 404
    assert "14" not in " ".join(staff.words("main"))
    staff.open(address(document, "?from=1&to=1"))
    assert staff.status == 200
    assert "The texts do not differ." in staff.contents
