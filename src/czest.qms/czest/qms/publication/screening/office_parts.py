"""Which parts of a DOCX are the document, which are left out of the public file, and what the rest is."""

import re


_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[\w-]+\.xml\.rels"
    r"|word/(?:document|styles|numbering|settings|fontTable|footnotes|endnotes|(?:header|footer)\d{0,4})\.xml"
    r"|word/theme/theme\d{1,3}\.xml|word/media/[\w.-]{1,100}\.(?:png|jpe?g)",
    re.IGNORECASE,
)

#: Say nothing to a reader; the public file is made without them.
_LEFT_OUT = re.compile(
    r"docProps/.*|customXml/.*|word/(?:webSettings|stylesWithEffects|people|commentsExtended|commentsIds"
    r"|commentsExtensible|comments|keyMapCustomizations|customizations)\.xml|word/glossary/.*|word/printerSettings/.*"
    r"|word/fonts/.*|word/theme/_rels/.*|[\w/]+/",
    re.IGNORECASE,
)

_PICTURES = re.compile(r"word/media/.*", re.IGNORECASE)


def is_kept(name: str) -> bool:
    """Tell whether a part goes into the public file."""
    return _KEPT.fullmatch(name) is not None


def embedded_kind(name: str) -> str:
    """Return the id of what a part is that is neither kept nor left out, see ``rules.terms``; empty for the rest."""
    if is_kept(name) or _LEFT_OUT.fullmatch(name):
        return ""
    if _PICTURES.fullmatch(name):
        return "pictures"
    return "objects" if name.lower().startswith(("word/embeddings/", "word/activex/")) else "unknown-parts"
