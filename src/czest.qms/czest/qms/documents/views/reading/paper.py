"""What a print carries besides the page: that it is not controlled, when and by whom it was made (PR-7)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.rules.digests import short_digest
from czest.qms.documents.views.reading.people import post_of
from czest.qms.documents.views.reading.rules.dates import long_date
from functools import lru_cache
from plone import api
import segno


def print_foot(facts):
    """Return the view-model of the foot of a print."""
    local = clock.now().astimezone(clock.OFFICE_ZONE)
    address = short_address(facts.document)
    return {
        "sentence": _(
            "Printed on ${day} at ${hour}, ${post}. Before use check that the edition is in force.",
            mapping={
                "day": long_date(local),
                "hour": f"{local.hour}.{local.minute:02d}",
                "post": post_of(facts.directory, facts.login),
            },
        ),
        "digest": short_digest(facts.edition.digest) if facts.edition is not None else None,
        "address": address,
        "code": quick_response_code(address),
    }


def short_address(document):
    """Return the permanent address of a document, as in ``https://…/qms/d/PS-01``."""
    return f"{api.portal.get().absolute_url()}/d/{document.symbol}"


@lru_cache(maxsize=1024)
def quick_response_code(address):
    """Return an inline drawing of the QR code of an address."""
    return segno.make(address, micro=False).svg_inline(scale=2, border=0, svgclass="qms-code", lineclass=None)
