"""The doors of records: the container of series, a series, a filed record and an open one, with what each is made of.

Places: ``{records}``, ``{series}``, ``{record}`` (filed, with a file and a correction) and ``{open-record}``.
"""

from support.doors import management_doors_at
from support.doors import management_doors_of_child
from support.doors import page
from support.doors import page_doors_at
from support.doors import page_doors_into
from support.doors import page_doors_of_child
from support.doors import rest
from support.doors import rest_doors_at
from support.doors import rest_doors_into
from support.doors import shown
from support.doors import TUS


OURS = ("{records}", "{series}", "{record}", "{open-record}")
HELD = ("{records}", "{series}")
#: What stands below another place: (container, id of the child).
CHILDREN = (("{portal}", "zapisy"), ("{records}", "{series-id}"), ("{series}", "{record-id}"))

TRANSITIONS = ("propose", "take-off-list", "destroy", "transfer", "close", "reopen")
#: Attributes of which objects of ours are made; none is an address.
ATTRIBUTES = {
    "{records}": ("numbering", "numbering/take", "numbering/_uid_by_symbol", "holds"),
    "{series}": ("holds", "symbol", "distribution"),
    "{record}": ("addenda", "holds", "typed", "files", "digest", "searchable_text", "author"),
}
FORGED = {"@type": "Record", "title": "Podrobione", "jrwa_class": "0142"}


def rest_doors():
    """Yield the doors of plone.restapi."""
    for place in OURS:
        yield from rest_doors_at(place, ("{records}", "{series}"))
        yield rest("POST", f"{place}/@tus-upload", **TUS)
        yield rest("POST", f"{place}/@tus-replace", **TUS)
        yield rest("PATCH", f"{place}/@transactions", {"transaction_ids": ["{tid}"]})
        for transition in TRANSITIONS:
            yield rest("POST", f"{place}/@workflow/{transition}", {"comment": "x"})
    for place in HELD:
        yield from rest_doors_into(place)
        yield rest("POST", place, {"@type": "RecordSeries", "title": "Podrobione", "jrwa_class": "0142"})
        yield rest("POST", place, {**FORGED, "symbol": "zapisy"})
        yield rest("POST", place, {**FORGED, "author": "autor"})
        yield rest("POST", place, {**FORGED, "digest": "0" * 64})
    for place in ("{portal}", "{record}"):
        for kind in ("Records", "RecordSeries", "Record"):
            yield rest("POST", place, {"@type": kind, "title": "Podrobione"})
    for values in ({"title": "Podrobione"}, {"files": []}, {"closed_on": "2020-01-01"}, {"typed": {}}, {"addenda": []}):
        yield rest("PATCH", "{record}", values)
    for values in ({"review_state": "filed"}, {"author": "autor"}, {"digest": "0" * 64}, {"symbol": "Z-X-2020/01"}):
        yield rest("PATCH", "{open-record}", values)
    for operation in ("save", "file"):
        yield rest("POST", "{record}/@operations/" + operation, {"title": "Podrobione"})


def page_doors():
    """Yield the doors of Plone's pages, and of Zope's publisher, which walks from attribute to attribute."""
    for place in OURS:
        yield from page_doors_at(place)
        for transition in TRANSITIONS:
            yield page(f"{place}/content_status_modify", workflow_action=transition)
    for place in HELD:
        yield from page_doors_into(place)
        for kind in ("Records", "RecordSeries", "Record"):
            yield shown(f"{place}/++add++{kind}")
            yield page(f"{place}/++add++{kind}", **{"form.widgets.title": "x", "form.buttons.save": "1"})
            yield page(f"{place}/createObject", type_name=kind)
    for place, child in CHILDREN:
        yield from page_doors_of_child(place, child)
    for place, names in ATTRIBUTES.items():
        for name in names:
            yield shown(f"{place}/{name}")
            yield page(f"{place}/{name}", series="Z-PS04", year="2026", uid="x")


def management_doors():
    """Yield the doors of Zope's management interface and of WebDAV."""
    for place in OURS:
        yield from management_doors_at(place)
    for place, child in CHILDREN:
        yield from management_doors_of_child(place, child)


def record_doors():
    """Return every door of records."""
    return [*rest_doors(), *page_doors(), *management_doors()]
