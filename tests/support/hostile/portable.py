"""PDFs that act, hide, hold other files, never end, or grow."""

from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Encryption
from pikepdf import Name
from pikepdf import Permissions
from pikepdf import String
from support.hostile.sound import package
from support.hostile.sound import pdf
import zlib


_MILLION = 1_000_000


def cases():
    for title, change in _CHANGES.items():
        yield title, "a.pdf", pdf(change)
    yield from _protected()
    yield from _around()
    yield from _written_by_hand()


def _action(kind, **more):
    def change(document):
        document.Root.OpenAction = Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **more)

    return change


def _annotation(kind, **more):
    def change(document):
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([10, 10, 50, 50]), **more)
        document.pages[0].Annots = document.make_indirect(Array([document.make_indirect(annotation)]))

    return change


def _endless_form(document):
    form = document.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    document.pages[0].Resources.XObject = Dictionary(X=form)


def _endless_pair(document):
    first, second = (
        document.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        for _ in range(2)
    )
    first.Resources, second.Resources = (Dictionary(XObject=Dictionary(X=each)) for each in (second, first))
    document.pages[0].Resources.XObject = Dictionary(X=first)


def _endless_bookmarks(document):
    bookmark = document.make_indirect(Dictionary(Title=String("A")))
    bookmark.Next = bookmark
    document.Root.Outlines = document.make_indirect(Dictionary(First=bookmark, Last=bookmark, Count=1))


def _endless_names(document):
    node = document.make_indirect(Dictionary())
    node.Kids = Array([node])
    document.Root.Names = Dictionary(Dests=node)


def _endless_structure(document):
    node = document.make_indirect(Dictionary(S=Name.P))
    node.K = Array([node])
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=node))


def _endless_pages(document):
    document.Root.Pages.Kids.append(document.Root.Pages)


def zeros(millions):
    """Return packed zeros, made without packing them all: every block of a million is packed in the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(_MILLION)) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    # The checksum of nothing but zeros (Adler-32, RFC 1950): one, and how many there are.
    checksum = (millions * _MILLION % 65521 << 16 | 1).to_bytes(4, "big")
    return b"\x78\xda" + block * millions + end + checksum


def _bomb(millions, packings):
    content = zeros(millions)
    for _ in range(packings - 1):
        content = zlib.compress(content, 9)
    head = b"<</Length %d/Filter[%s]>>" % (len(content), b"/FlateDecode" * packings)
    return _by_hand(content=b"%sstream\n%s\nendstream" % (head, content))


def _attached(document):
    document.attachments["a.txt"] = b"inside"


def _javascript_name(document):
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


def _filled_form(document):
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String("Jan Kowalski"), Subtype=Name.Widget)
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


def _form_program(document):
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp/>"))


def _hidden(text, before=b"", after=b""):
    def change(document):
        content = b"BT /F1 12 Tf 72 500 Td (" + text + b") Tj ET"
        shown = document.pages[0].Contents.read_bytes()
        document.pages[0].Contents = document.make_stream(b"\n".join([shown, b"q", before, content, after, b"Q"]))

    return change


_SECRET = b"Jan Kowalski, ul. Dluga 5"

_CHANGES = {
    "script on opening": _action("JavaScript", JS=String("app.alert(1)")),
    "script by name": _javascript_name,
    "program started": _action("Launch", F=String("cmd.exe")),
    "form sent": _action("SubmitForm", F=String("https://example.org/")),
    "data imported": _action("ImportData", F=String("a.fdf")),
    "other file opened": _action("GoToR", F=String("other.pdf"), D=Array([0, Name.Fit])),
    "embedded file opened": _action("GoToE", D=Array([0, Name.Fit])),
    "rendition": _action("Rendition", OP=0),
    "sound": _annotation("Sound"),
    "film": _annotation("Movie"),
    "rich media": _annotation("RichMedia"),
    "three dimensions": _annotation("3D"),
    "attached to a page": _annotation("FileAttachment"),
    "sticky note": _annotation("Text", Contents=String("Prosze sprawdzic")),
    "highlight": _annotation("Highlight", QuadPoints=Array([10, 50, 50, 50, 10, 10, 50, 10])),
    "link that runs a script": _annotation("Link", A=Dictionary(S=Name.JavaScript, JS=String("1"))),
    "additional action": _annotation("Link", AA=Dictionary(E=Dictionary(S=Name.JavaScript, JS=String("1")))),
    "attachment": _attached,
    "filled-in form": _filled_form,
    "form with a program": _form_program,
    "drawing in itself": _endless_form,
    "two drawings in each other": _endless_pair,
    "bookmarks without end": _endless_bookmarks,
    "names without end": _endless_names,
    "structure without end": _endless_structure,
    "pages without end": _endless_pages,
    "text under a box": _hidden(_SECRET, after=b"0 g 60 490 300 30 re f"),
    "white text": _hidden(_SECRET, before=b"1 g"),
    "invisible text": _hidden(_SECRET, before=b"3 Tr"),
    "text beyond the page": _hidden(_SECRET, before=b"1 0 0 1 2000 0 cm"),
}


def _protected():
    yield "password", "a.pdf", pdf(encryption=Encryption(user="tajne", owner="tajne"))
    for right in ("extract", "print_highres"):
        allow = Permissions(**{right: False})
        yield f"no {right}", "a.pdf", pdf(encryption=Encryption(owner="tajne", allow=allow))


def _around():
    sound = pdf()
    archive = package({"a.html": b"<script>alert(1)</script>"})
    yield "archive after", "a.pdf", sound + archive
    yield "archive before", "a.pdf", archive + sound
    yield "HTML before", "a.pdf", b"<html><script>alert(1)</script></html>\n" + sound
    yield "HTML after", "a.pdf", sound + b"<html><script>alert(1)</script></html>\n"
    yield "program before", "a.pdf", b"#!/bin/sh\necho\n" + sound
    yield "noise after", "a.pdf", sound + bytes(range(256))


def _written_by_hand():
    yield "bomb", "a.pdf", _bomb(50, 1)
    yield "bomb packed thrice", "a.pdf", _bomb(50, 3)
    yield "large bomb packed twice", "a.pdf", _bomb(5_000, 2)
    yield "nested arrays", "a.pdf", _by_hand(b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 50_000 + b"]" * 50_000 + b">>")
    yield "catalog is itself", "a.pdf", _by_hand(b"1 0 R")
    yield "pages are the catalog", "a.pdf", _by_hand(b"<</Type/Catalog/Pages 1 0 R>>")
    yield (
        "one page many times",
        "a.pdf",
        _by_hand(pages=b"<</Type/Pages/Count 9999999/Kids[" + b"3 0 R " * 20_000 + b"]>>"),
    )
    yield "negative count", "a.pdf", _by_hand(pages=b"<</Type/Pages/Count -5/Kids[2 0 R 3 0 R]>>")
    yield "length of a stream is the stream", "a.pdf", _by_hand(content=b"<</Length 4 0 R>>stream\nx\nendstream")
    yield "length beyond the end", "a.pdf", _by_hand(content=b"<</Length 99999999>>stream\nx\nendstream")
    yield "tables without end", "a.pdf", _by_hand(trailer=b"/Prev 9")
    yield "no catalog", "a.pdf", b"%PDF-1.7\ntrailer<</Size 1>>\nstartxref\n0\n%%EOF\n"
    yield "header alone", "a.pdf", b"%PDF-1.7\n%%EOF\n"


def _by_hand(
    catalog=b"<</Type/Catalog/Pages 2 0 R>>",
    pages=b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    content=b"<</Length 1>>stream\n \nendstream",
    trailer=b"",
):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>"
    output, places = b"%PDF-1.7\n", []
    for number, written in enumerate((catalog, pages, page, content), 1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = len(output)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = trailer.replace(b"/Prev 9", b"/Prev %d" % table)
    output += b"xref\n0 5\n0000000000 65535 f \n" + rows
    return output + b"trailer\n<</Size 5/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, table)
