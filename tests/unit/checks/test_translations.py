from checks.synchronise import merge
from checks.translations import compare
from checks.translations import extract
import polib
import pytest


def catalog(**entries):
    made = polib.POFile()
    for msgid, msgstr in entries.items():
        made.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
    return made


def test_complete_catalog():
    assert compare(catalog(Save=""), catalog(Save="Zapisz")) == []


@pytest.mark.parametrize(
    ("translations", "finding"),
    [
        ({}, "not translated: 'Save'"),
        ({"Save": ""}, "not translated: 'Save'"),
        ({"Save": "Zapisz", "Send": "Wyślij"}, "left over, no source uses it: 'Send'"),
    ],
)
def test_incomplete_catalog(translations, finding):
    assert compare(catalog(Save=""), catalog(**translations)) == [finding]


def test_fuzzy():
    translations = catalog(Save="Zapisz")
    translations[0].flags.append("fuzzy")
    assert compare(catalog(Save=""), translations) == ["fuzzy: 'Save'"]


@pytest.mark.parametrize("text", ["Wydanie", "Wydanie ${numer}", "Wydanie ${number} ${date}"])
def test_lost_value(text):
    messages, translations = polib.POFile(), polib.POFile()
    messages.append(polib.POEntry(msgid="Edition ${number}"))
    translations.append(polib.POEntry(msgid="Edition ${number}", msgstr=text))
    assert compare(messages, translations) == ["other values in the translation: 'Edition ${number}'"]


def test_messages_of_all_kinds_of_sources(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    (package / "code.py").write_text(
        "from zope.i18nmessageid import MessageFactory\n_ = MessageFactory('czest.qms')\n_('From code ${x}', mapping={})\n"
    )
    (package / "page.pt").write_text('<p i18n:domain="czest.qms" i18n:translate="">From a template</p>')
    (package / "configure.zcml").write_text(
        '<configure xmlns="http://namespaces.zope.org/zope" i18n_domain="czest.qms">'
        '<permission id="x" title="From ZCML"/></configure>'
    )
    (package / "type.xml").write_text(
        '<?xml version="1.0"?><object xmlns:i18n="http://xml.zope.org/namespaces/i18n" i18n:domain="czest.qms">'
        '<property name="title" i18n:translate="">From XML</property></object>'
    )
    found = {entry.msgid for entry in extract(package, tmp_path / "czest.qms.pot")}
    assert {"From code ${x}", "From a template", "From XML"} <= found


def test_merge_keeps_translations_and_drops_the_unused():
    merged = merge(catalog(Save="", New=""), catalog(Save="Zapisz", Old="Stare"))
    assert [(entry.msgid, entry.msgstr) for entry in merged] == [("New", ""), ("Save", "Zapisz")]
