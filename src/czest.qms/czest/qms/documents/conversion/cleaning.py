"""Cleaning HTML that comes from the editor or over REST.

The input is read as a browser would read it and written anew, element by element: only what the
vocabulary knows is ever written, and every text is escaped. What is not known loses its tags and
keeps its text. The result is in a normal form, so cleaning it again changes nothing.
"""

from czest.qms.documents.conversion.normal_form import NormalForm
from czest.qms.documents.conversion.vocabulary import DROPPED
from czest.qms.documents.conversion.vocabulary import RENAMED
from lxml import etree
import lxml.html
import re


#: Not allowed in HTML, or white space written in a way that parsers change.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def sanitise(html: str) -> str:
    """Return HTML that holds nothing but the vocabulary of document bodies.

    Kept: h2 h3 h4 p ul ol li strong em sub sup br table caption thead tbody tr th td, links to
    http, https, mailto and addresses of the site, spans and scopes of cells.

    Parameters:
        html: fragment of HTML from anywhere.
    """
    text = _without_forbidden(html)
    if not text.strip():
        return ""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(f"<html><body>{text}</body></html>".encode(), parser=parser)
    writer = NormalForm()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = RENAMED.get(element.tag, element.tag)
        if event == "start":
            writer.start(tag, element.attrib)
            if tag in DROPPED:
                walker.skip_subtree()
            else:
                writer.text(_without_forbidden(element.text or ""))
        else:
            writer.end(tag)
            writer.text(_without_forbidden(element.tail or ""))
    return writer.finish()


def _without_forbidden(text: str) -> str:
    """Also needed for texts of elements: a character reference may bring in any character."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
