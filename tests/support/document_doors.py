"""The doors of the library, of documents with their editions and of acts.

Places: ``{library}``, ``{document}`` (with an edition in force), ``{released}``, ``{draft}``, ``{acts}`` and ``{act}``.
"""

from support.doors import DOCUMENTS
from support.doors import Door
from support.doors import EDITION_BODY
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


OURS = ("{library}", "{document}", "{released}", "{draft}", "{acts}", "{act}")
HELD = ("{library}", "{document}", "{acts}")
#: What stands below another place: (container, id of the child).
CHILDREN = (
    ("{portal}", "dokumenty"),
    ("{library}", "{document-id}"),
    ("{document}", "wydanie-1"),
    ("{acts}", "{act-id}"),
)


def rest_doors():
    """Yield the doors of plone.restapi."""
    for place in OURS:
        yield from rest_doors_at(place)
    for place in HELD:
        yield from rest_doors_into(place)
    yield rest("PATCH", "{released}", {"title": "Podrobione"})
    yield rest("PATCH", "{released}", {"body": "<p>Podrobione</p>"})
    yield rest("PATCH", "{act}", {"title": "Podrobione"})
    yield rest("POST", "{act}", {"@type": "Document", "title": "Podrobione"})
    yield rest("POST", "{act}/@tus-replace", **TUS)
    yield rest("PATCH", "{draft}", {"review_state": "in_force"})
    yield rest("PATCH", "{draft}", {"authors": ["pracownik"]})
    yield rest("POST", "{draft}/@tus-replace", **TUS)
    yield rest("POST", "{released}/@tus-replace", **TUS)
    yield rest("PATCH", "{portal}", {"ordering": {"obj_id": "nic", "delta": "top"}, "title": 5})
    for place in ("{portal}", "{root}", *OURS):
        yield rest("PATCH", f"{place}/@transactions", {"transaction_ids": ["{tid}"]})
    yield rest("POST", "{portal}/@import", {})
    yield rest("POST", "{portal}", EDITION_BODY)
    for kind in DOCUMENTS:
        yield rest("POST", "{portal}", {"@type": kind, "title": "Podrobione", "id": "PS-98"})
    for kind in ("Library", "Acts", "LegalAct"):
        yield rest("POST", "{portal}", {"@type": kind, "title": "Podrobione"})
    yield rest("DELETE", "{portal}")


def page_doors():
    """Yield the doors of Plone's pages."""
    for place in OURS:
        yield from page_doors_at(place)
    for place in HELD:
        yield from page_doors_into(place)
    for place, child in CHILDREN:
        yield from page_doors_of_child(place, child)


def management_doors():
    """Yield the doors of Zope's management interface and of WebDAV."""
    for place in OURS:
        yield from management_doors_at(place)
    for place, child in CHILDREN:
        yield from management_doors_of_child(place, child)
    for place in ("{portal}", "{root}", "{root}/Control_Panel/Database", "{root}/Control_Panel/Database/main"):
        yield shown(f"{place}/manage_UndoForm")
        yield page(f"{place}/manage_undo_transactions", **{"transaction_info:list": ["{undo}"]})
        yield page(f"{place}/undoable_transactions")
    site = {"ids:list": ["{portal-id}"]}
    yield page("{root}/manage_delObjects", **site)
    yield page("{root}/manage_renameObjects", **site, **{"new_ids:list": ["inne"]})
    yield page("{root}/manage_exportObject", id="{portal-id}", download="1")
    yield page("{root}/manage_importObject", file="podrobione.zexp")
    yield Door("DELETE", "{portal}", form={}, headers={"Depth": "infinity"})


def all_doors():
    """Return every door."""
    return [*rest_doors(), *page_doors(), *management_doors()]
