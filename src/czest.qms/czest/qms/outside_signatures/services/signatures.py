"""``@outside-signatures``: what was signed outside, with every report, for those who may see the content."""

from czest.qms.outside_signatures.keeping import is_of_present_content
from czest.qms.outside_signatures.keeping import report_of
from czest.qms.outside_signatures.reading import readable
from czest.qms.outside_signatures.rules.people import without_identifiers
from plone.restapi.interfaces import IJsonCompatible
from plone.restapi.services import Service


class OutsideSignaturesGet(Service):
    """Lists what is attached to an edition or an act and may be seen by the person, oldest first."""

    def reply(self):
        address = self.context.absolute_url()
        return {
            "@id": f"{address}/@outside-signatures",
            "items": [described(self.context, entry) for entry in readable(self.context)],
        }


def described(content, entry):
    """Return one item: the files with their addresses, and the reports."""
    return {
        "id": entry["id"],
        "signed_file": file_described(content, entry, "file"),
        "detached_signature": file_described(content, entry, "signature"),
        "attached_by": entry["attached_by"],
        "attached_at": entry["attached_at"],
        "digest": entry["digest"],
        "is_of_present_content": is_of_present_content(content, entry),
        "is_source_file": entry["says_the_same"],
        "verdict": report_of(entry)["verdict"],
        "bottom_line": report_of(entry)["bottom_line"],
        "report": report_of(entry),
        "former_reports": list(entry["reports"][:-1]),
    }


def file_described(content, entry, part):
    """Return name, size, digest and address of one of the files, or None; long numbers in the name are masked."""
    named_file = entry[part]
    if named_file is None:
        return None
    return {
        **IJsonCompatible(named_file),
        "filename": without_identifiers(named_file.filename),
        "download": address_of(content, entry, part),
    }


def address_of(content, entry, part):
    """Return the address of a file or of the report; the name of the file, which may tell about a person, is left out.

    Parameters:
        part: ``file``, ``signature`` or ``report``.
    """
    return f"{content.absolute_url()}/@@outside-signature/{entry['id']}/{part}"
