"""DOCX and ODT that fetch, hide, expand, leave their folder, or hold what a reader never sees."""

from support.hostile.sound import changed
from support.hostile.sound import files
from support.hostile.sound import package
from support.hostile.sound import parts
from support.hostile.sound import with_xml


_LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
_DOCTYPES = {
    "file read": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "address fetched": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
    "billion laughs": f'<!DOCTYPE r [<!ENTITY a0 "ha">{_LAUGHS}]>',
    "one large entity": f'<!DOCTYPE r [<!ENTITY x "{"x" * 100_000}">]>',
}
_XML = {
    "docx": ("word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels"),
    "odt": ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"),
}
_ESCAPES = (
    "../../evil.sh",
    "/etc/cron.d/evil",
    "..\\..\\evil.bat",
    "C:\\evil.exe",
    "word/../../evil",
    "\\\\host\\share",
)


def cases():
    for extension, names in _XML.items():
        for name in names:
            for title, doctype in _DOCTYPES.items():
                yield f"{title} in {name}", f"a.{extension}", _with_doctype(extension, name, doctype)
        for escape in _ESCAPES:
            yield f"{extension} with {escape}", f"a.{extension}", changed(extension, {escape: b"x"})
        yield from _around(extension)
    for title, (before, insertion) in _DOCX.items():
        yield f"docx: {title}", "a.docx", with_xml("docx", "word/document.xml", before, insertion)
    for title, (before, insertion) in _ODT.items():
        yield f"odt: {title}", "a.odt", with_xml("odt", "content.xml", before, insertion)
    for title, name, content in _PARTS:
        extension = "odt" if name.startswith(("Basic", "Object", "Pictures", "other")) else "docx"
        yield title, f"a.{extension}", changed(extension, {name: content})
    yield "picture fetched", "a.docx", _fetched_picture()


def _with_doctype(extension, name, doctype):
    content = parts(files()[extension])[name].decode()
    declaration, _mark, rest = content.partition("?>")
    return changed(extension, {name: f"{declaration}?>{doctype}{rest}".encode()})


def _around(extension):
    data = files()[extension]
    yield f"program before {extension}", f"a.{extension}", b"MZ" + bytes(100) + data
    yield f"something after {extension}", f"a.{extension}", data + b"<script>"
    yield f"comment on {extension}", f"a.{extension}", data[:-2] + b"\x08\x00<script>"
    yield f"encrypted {extension}", f"a.{extension}", _marked_encrypted(data)
    yield f"bomb in {extension}", f"a.{extension}", changed(extension, {"media/zeros.bin": bytes(30_000_000)})
    yield f"archive in {extension}", f"a.{extension}", changed(extension, {"inner.zip": package({"a": bytes(10**7)})})
    name = _XML[extension][0]
    main = parts(data)[name]
    yield f"blank {extension}", f"a.{extension}", changed(extension, {name: b""})
    yield f"deep {extension}", f"a.{extension}", changed(extension, {name: b"<a>" * 100_000 + b"</a>" * 100_000})
    yield f"unclosed {extension}", f"a.{extension}", changed(extension, {name: main[:-10]})
    yield f"twice in {extension}", f"a.{extension}", _twice(data, name)
    yield f"gap in {extension}", f"a.{extension}", _with_gap(data)


def _marked_encrypted(data):
    place = data.index(b"PK\1\2") + 8
    return data[:place] + bytes([data[place] | 1]) + data[place + 1 :]


def _twice(data, name):
    return package([*parts(data).items(), (name.replace(".xml", ".xm_"), parts(data)[name])]).replace(
        name.replace(".xml", ".xm_").encode(), name.encode()
    )


def _with_gap(data):
    """Bytes between the last part and the directory, of which no part knows."""
    end = data.rindex(b"PK\5\6")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    filling = b"<html><script>alert(1)</script></html>"
    moved = (start + len(filling)).to_bytes(4, "little")
    return data[:start] + filling + data[start : end + 16] + moved + data[end + 20 :]


def _fetched_picture():
    name = "word/_rels/document.xml.rels"
    relation = (
        '<Relationship Id="rX" TargetMode="External" Target="http://127.0.0.1:9/x.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    return with_xml("docx", name, "</Relationships>", relation)


_BY = 'w:id="9" w:author="Jan Kowalski" w:date="2026-01-01T00:00:00Z"'
_END = "<w:sectPr"
_DOCX = {
    "inserted": (_END, f"<w:p><w:ins {_BY}><w:r><w:t>nowe</w:t></w:r></w:ins></w:p>"),
    "deleted": (_END, f"<w:p><w:del {_BY}><w:r><w:delText>stare</w:delText></w:r></w:del></w:p>"),
    "moved": (_END, f"<w:p><w:moveFrom {_BY}><w:r><w:t>tam</w:t></w:r></w:moveFrom></w:p>"),
    "format changed": (_END, f"<w:p><w:pPr><w:pPrChange {_BY}><w:pPr/></w:pPrChange></w:pPr></w:p>"),
    "comment": (_END, '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'),
    "hidden": (_END, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>tajne</w:t></w:r></w:p>"),
    "other text": (_END, '<w:altChunk xmlns:r="http://r" r:id="rX"/>'),
    "sub-document": (_END, '<w:subDoc xmlns:r="http://r" r:id="rX"/>'),
    "object": (_END, "<w:p><w:r><w:object/></w:r></w:p>"),
    "control": (_END, "<w:p><w:r><w:control/></w:r></w:p>"),
    "program called": (_END, r"<w:p><w:r><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText></w:r></w:p>"),
    "file included": (_END, r'<w:p><w:fldSimple w:instr="INCLUDETEXT \\host\share"/></w:p>'),
    "picture included": (_END, "<w:p><w:r><w:instrText>INCLUDEPICTURE http://127.0.0.1:9/</w:instrText></w:r></w:p>"),
    "field after a field": (
        _END,
        '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p>",
    ),
    "field in pieces": (
        _END,
        "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x</w:instrText></w:r></w:p>",
    ),
}
_CLOSE = "</office:text>"
_ODT = {
    "changes": (
        _CLOSE,
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>stare</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>",
    ),
    "comment": (_CLOSE, "<text:p><office:annotation><text:p>uwaga</text:p></office:annotation></text:p>"),
    "hidden text": (_CLOSE, '<text:p><text:hidden-text text:string-value="tajne">tajne</text:hidden-text></text:p>'),
    "hidden paragraph": (_CLOSE, "<text:p><text:hidden-paragraph/>tajne</text:p>"),
    "hidden section": (
        _CLOSE,
        '<text:section text:name="a" text:display="none"><text:p>tajne</text:p></text:section>',
    ),
    "linked section": (_CLOSE, '<text:section text:name="a"><text:section-source/></text:section>'),
    "program": (_CLOSE, "<text:p><text:script>1</text:script></text:p>"),
    "events": (_CLOSE, "<text:p><office:event-listeners/></text:p>"),
    "macro field": (_CLOSE, "<text:p><text:execute-macro/></text:p>"),
    "frame": (_CLOSE, "<text:p><draw:frame><draw:floating-frame/></draw:frame></text:p>"),
    "object": (_CLOSE, "<text:p><draw:frame><draw:object/></draw:frame></text:p>"),
    "background fetched": (
        "<office:body>",
        "<office:automatic-styles><style:style><style:paragraph-properties>"
        '<style:background-image xlink:href="http://127.0.0.1:9/a.png"/>'
        "</style:paragraph-properties></style:style></office:automatic-styles>",
    ),
    "picture fetched": (
        _CLOSE,
        '<text:p><draw:frame><draw:image xlink:href="http://127.0.0.1:9/a.png"/></draw:frame></text:p>',
    ),
}
_PARTS = [
    ("macros", "word/vbaProject.bin", b"x"),
    ("embedded sheet", "word/embeddings/sheet.xlsx", b"x"),
    ("control part", "word/activeX/activeX1.xml", b"<a/>"),
    ("drawing of Windows", "word/media/image9.emf", b"x"),
    ("picture of markup", "word/media/image9.svg", b"<svg/>"),
    ("broken picture", "word/media/image9.png", b"\x89PNG\r\n\x1a\nx"),
    ("unknown part", "word/secret.bin", b"x"),
    ("page inside", "index.html", b"<script>alert(1)</script>"),
    ("basic", "Basic/Standard/Module1.xml", b"<a/>"),
    ("object part", "Object 1/content.xml", b"<a/>"),
    ("picture of another kind", "Pictures/a.wmf", b"x"),
    ("unknown part of odt", "other.bin", b"x"),
]
