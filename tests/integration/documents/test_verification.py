"""``verify`` names an edition whose bytes changed behind the operations' back."""

from Acquisition import aq_base
from czest.qms.documents.verification import verify_editions
from plone.app.textfield.value import RichTextValue
from support.office import file_named


def test_whole(office):
    office.in_force(office.register(), attachments=[file_named("druk.txt")])
    assert list(verify_editions()) == []


def test_changed_text_is_named(office):
    document = office.register()
    edition = office.in_force(document)
    aq_base(edition).__dict__["body"] = RichTextValue("<p>Podmiana</p>", "text/html", "text/x-html-safe")
    (found,) = verify_editions()
    assert found[:2] == (document.symbol, 7)


def test_changed_file_is_named(office):
    document = office.register()
    edition = office.in_force(document, attachments=[file_named("druk.txt")])
    edition.attachments[0].data = b"podmiana"
    assert [symbol for symbol, _seq, _message in verify_editions()] == [document.symbol]
