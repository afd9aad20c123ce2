"""What the screening finds in files, by id, and how it is called."""

from collections.abc import Iterable
from czest.qms.publication.rules.findings import _


#: Metadata, see ``FileReport.metadata``.
METADATA = {
    "author": _("author"),
    "last-author": _("who changed it last"),
    "title": _("title"),
    "subject": _("subject"),
    "keywords": _("keywords"),
    "description": _("description"),
    "company": _("company"),
    "manager": _("manager"),
    "template": _("template"),
    "program": _("program"),
    "path": _("path on a computer"),
    "dates": _("dates"),
    "custom": _("own properties"),
    "xmp": _("description in XMP"),
    "history": _("history of editing"),
    "thumbnail": _("thumbnail"),
    "revision-ids": _("identifiers of editing sessions"),
    "settings": _("settings of the program"),
    "exif": _("data of the camera (EXIF)"),
    "gps": _("place where the picture was taken (GPS)"),
    "comment": _("comment in the picture"),
    "profile": _("colour profile"),
    "encoding": _("encoding other than UTF-8"),
    "earlier-versions": _("earlier versions of the content"),
}

#: What acts when the file is opened, see ``FileReport.active``.
ACTIVE = {
    "javascript": _("JavaScript"),
    "actions": _("actions"),
    "form-data": _("filled-in form"),
    "form-program": _("form with a program (XFA)"),
    "multimedia": _("multimedia"),
    "external": _("content fetched from elsewhere"),
    "events": _("event handlers"),
    "endless": _("parts that contain themselves"),
    "doctype": _("document type definition"),
}

#: Files and objects inside, see ``FileReport.embedded``.
EMBEDDED = {
    "attachments": _("attachments"),
    "objects": _("embedded objects"),
    "unknown-parts": _("parts of an unknown kind"),
    "pictures": _("pictures of a kind that cannot be cleaned"),
}

#: What makes it a file of another kind as well, see ``FileReport.foreign``.
FOREIGN = {
    "leading": _("data before its beginning"),
    "trailing": _("data after its end"),
    "zip": _("a ZIP archive"),
    "gaps": _("data between its parts"),
    "paths": _("parts with names that leave the archive"),
    "repeated": _("two parts of the same name"),
    "program": _("a program"),
}

#: Parts of a file beside its pages, each as the message that names a place.
PARTS = {
    "text": _("File ${name}, text"),
    "title": _("Title of file ${name}"),
    "headers": _("File ${name}, headers and footers"),
    "notes": _("File ${name}, footnotes and endnotes"),
    "styles": _("File ${name}, styles"),
    "structure": _("File ${name}, bookmarks, forms and descriptions of pictures"),
}

_ALL = {**METADATA, **ACTIVE, **EMBEDDED, **FOREIGN}


def terms_of(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the message ids that name what was found, each once; an unknown id names itself."""
    return tuple(dict.fromkeys(_ALL.get(each, each) for each in ids))
