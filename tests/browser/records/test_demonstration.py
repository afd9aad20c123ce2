"""The records of the demonstration show the states that it promises, inside and in the bulletin."""

import io
from lxml import etree
import zipfile


REPORT = "dokumenty/Z-PS03-2026~04"
LEFT_OUT = "od 38 do 52 zł za godzinę"


def text_of(content):
    """Return the words of an ODT file."""
    inside = zipfile.ZipFile(io.BytesIO(content)).read("content.xml")
    return plain(" ".join(etree.fromstring(inside).itertext()))


def plain(text):
    """Return a text with ordinary spaces: small words do not stand at the end of a line."""
    return " ".join(text.split())


def test_the_corrective_action_is_overdue(sign_in, system):
    page = sign_in("pelnomocnik")
    page.goto(f"{system.address}/zapisy/Z-PS04/2026-07")
    assert page.locator(".qms-plate-large").inner_text().strip() == "Otwarty"
    row = page.locator(".qms-facts-row", has_text="Termin działania")
    assert row.locator(".qms-overdue").inner_text() == "po terminie"


def test_the_report_is_public_without_what_was_left_out(sign_in, system):
    page = sign_in("auditor")
    page.goto(f"{system.address}/zapisy/Z-PS03/2026-04")
    inside = page.context.request.get(page.locator(".qms-record-file a").first.get_attribute("href"))
    assert LEFT_OUT in text_of(inside.body())

    page = sign_in()
    page.goto(f"{system.bulletin}/{REPORT}")
    assert "art. 5 ust. 2 u.d.i.p." in plain(page.locator("main").inner_text())
    public = page.context.request.get(page.locator("main a[href$='.odt']").first.get_attribute("href"))
    text = text_of(public.body())
    assert LEFT_OUT not in text
    assert "[wyłączono: art. 5 ust. 2 u.d.i.p., tajemnica przedsiębiorcy]" in text
    assert LEFT_OUT not in plain(page.content())
