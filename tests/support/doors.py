"""The stock doors of Plone, of plone.restapi and of Zope's management interface through which content is changed.

Each is a real request of a client. Places are named in the addresses, such as ``{portal}`` and ``{root}``; the other
words in braces are values for the bodies. Which places there are is said beside the lists made from these:
``document_doors`` and ``record_doors``.
"""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Door:
    """One request that must be refused.

    Parameters:
        method: HTTP method.
        address: address with places in braces.
        json: body for the REST API, with places in braces, or None.
        form: body of a form, or None.
        headers: further headers.
        files: content of the files of a form by name of the field.
    """

    method: str
    address: str
    json: object = None
    form: dict | None = None
    headers: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)

    @property
    def is_rest(self):
        return self.form is None and "Depth" not in self.headers and self.headers.get("Accept") != "text/html"

    def __str__(self):
        return " ".join(str(part) for part in (self.method, self.address, self.json, self.form, self.headers) if part)


def filled(value, words):
    """Return a body or address with its places filled in."""
    if isinstance(value, str):
        for name, word in words.items():
            value = value.replace("{" + name + "}", word)
        return value
    if isinstance(value, dict):
        return {key: filled(part, words) for key, part in value.items()}
    if isinstance(value, list):
        return [filled(part, words) for part in value]
    return value


def rest(method, address, json=None, **headers):
    return Door(method, address, json, headers=headers)


def page(address, **form):
    return Door("POST", address, form=form)


def shown(address):
    return Door("GET", address, headers={"Accept": "text/html"})


#: Kinds of controlled documents.
DOCUMENTS = ("Procedure", "Instruction", "FormTemplate")

EDITION_BODY = {"@type": "Edition", "id": "wydanie-9", "number": "9", "title": "Podrobione"}
STOCK_TRANSITIONS = ("publish", "retract", "reject", "supersede", "bring_into_force", "approve", "withdraw", "release")

TUS = {
    "Tus-Resumable": "1.0.0",
    "Upload-Length": "4",
    "Upload-Metadata": "filename eC50eHQ=,content-type dGV4dC9wbGFpbg==",
}
SHARING = {
    "form.button.Save": "Save",
    "form.submitted": "1",
    "entries.id:records": "pracownik",
    "entries.type:records": "user",
    "entries.role_Editor:records": "on",
}


def rest_doors_at(place, targets=("{library}", "{document}")):
    """Yield the doors of plone.restapi at a place, also those that copy or move it to one of two targets."""
    yield rest("DELETE", place)
    yield rest("PUT", place, {"title": "Podrobione"})
    yield rest("POST", f"{place}/@lock")
    yield rest(
        "POST", f"{place}/@sharing", {"entries": [{"id": "pracownik", "type": "user", "roles": {"Editor": True}}]}
    )
    yield rest("PATCH", f"{place}/@history", {"version": 0})
    yield rest("POST", f"{place}/@workingcopy")
    yield rest("PATCH", f"{place}/@workingcopy")
    yield rest("DELETE", f"{place}/@workingcopy")
    yield rest("POST", f"{place}/@import", {})
    yield rest("POST", f"{place}/@aliases", {"items": [{"path": "/qms-podrobione"}]})
    yield rest("POST", f"{place}/@discussion", {"text": "x"})
    yield rest("PATCH", f"{place}/@relations", {})
    yield rest("PATCH", f"{place}/@upgrade", {})
    yield rest("POST", "{portal}/@copy", {"source": place})
    yield rest("POST", "{portal}/@move", {"source": place})
    yield rest("POST", f"{targets[0]}/@copy", {"source": place})
    yield rest("POST", f"{targets[1]}/@move", {"source": place})
    for transition in STOCK_TRANSITIONS:
        yield rest("POST", f"{place}/@workflow/{transition}", {"include_children": True, "comment": "x"})


def rest_doors_into(place):
    """Yield the doors of plone.restapi by which something is put into a place."""
    yield rest("PATCH", place, {"title": "Podrobione"})
    yield rest("PATCH", place, {"ordering": {"obj_id": "wydanie-1", "delta": "top"}})
    yield rest("POST", place, EDITION_BODY)
    for kind in DOCUMENTS:
        yield rest("POST", place, {"@type": kind, "id": "PS-99", "title": "Podrobione"})
    yield rest("POST", place, {"@type": "LegalAct", "id": "k.15.2024", "number": "k.15.2024", "title": "Podrobione"})
    yield rest("POST", place, {"@type": "Document", "title": "Podrobione"})
    yield rest("POST", place, {"@type": "Library", "title": "Podrobione"})
    yield rest("POST", f"{place}/@copy", {"source": "{released}"})
    yield rest("POST", f"{place}/@move", {"source": "{draft}"})
    yield rest("POST", f"{place}/@tus-upload", **TUS)


def page_doors_at(place):
    """Yield the doors of Plone's pages at a place."""
    for name in ("edit", "@@edit", "delete_confirmation", "@@delete_confirmation", "folder_rename_form"):
        if not (place == "{draft}" and name.endswith("edit")):
            yield shown(f"{place}/{name}")
    yield page(f"{place}/delete_confirmation", **{"form.buttons.Delete": "1", "form.submitted": "1"})
    yield page(f"{place}/object_cut")
    yield page(f"{place}/object_copy")
    yield page(f"{place}/object_rename", **{"form.widgets.new_id": "inne", "form.buttons.Rename": "1"})
    yield page(f"{place}/folder_rename_form", new_ids=["inne"], new_titles=["x"])
    yield page(f"{place}/@@sharing", **SHARING)
    yield page(f"{place}/@@updateSharingInfo", **SHARING)
    yield shown(f"{place}/content_status_history")
    yield shown(f"{place}/@@historyview")
    yield page(f"{place}/revertversion", version_id="0")
    yield page(f"{place}/@@changeOwner", owner="pracownik")
    yield page(f"{place}/selectViewTemplate", templateId="listing_view")
    yield page(f"{place}/setLayout", layout="listing_view")
    yield page(f"{place}/@@layout")
    yield shown(f"{place}/select_default_page")
    yield shown(f"{place}/@@manage-portlets")
    yield page(f"{place}/++contextportlets++plone.leftcolumn/+/portlets.Classic")
    yield page(f"{place}/@@iterate_checkout", **{"form.button.Checkout": "1"})
    for transition in STOCK_TRANSITIONS:
        yield page(f"{place}/content_status_modify", workflow_action=transition)


def page_doors_into(place):
    """Yield the doors of Plone's pages by which something is put into a place."""
    for kind in ("Edition", *DOCUMENTS, "Library", "LegalAct", "Document", "Folder"):
        yield shown(f"{place}/++add++{kind}")
        yield page(f"{place}/++add++{kind}", **{"form.widgets.title": "x", "form.buttons.save": "1"})
    yield page(f"{place}/createObject", type_name="Edition")
    yield page(f"{place}/@@fileUpload")


def page_doors_of_child(place, child):
    """Yield the doors of Plone's pages of contents, for what stands in a place."""
    selection = {"selection": '["{uid-of-' + place.strip("{}") + '-child}"]', "folder": "/"}
    for name in ("@@fc-delete", "@@fc-cut", "@@fc-copy"):
        yield page(f"{place}/{name}", **selection)
    yield page(f"{place}/@@fc-rename", UID_1="{uid-of-" + place.strip("{}") + "-child}", newid_1="inne", newtitle_1="x")
    yield page(f"{place}/@@fc-workflow", render="no", transition="withdraw", **selection)
    if place != "{portal}":
        yield page(f"{place}/@@fc-itemOrder", id=child, delta="top", subsetIds="[]")


def management_doors_at(place):
    """Yield the doors of Zope's management interface and of WebDAV at a place."""
    for name in ("manage_main", "manage_access", "manage_propertiesForm", "manage_owner"):
        yield shown(f"{place}/{name}")
    yield page(f"{place}/manage_permission", permission_to_manage="View", roles=["Anonymous"], acquire="1")
    yield page(f"{place}/manage_role", role_to_manage="Anonymous", permissions=["View"])
    yield page(f"{place}/manage_changePermissions", **{"permission_0role_0": "1"})
    yield page(f"{place}/manage_acquiredPermissions", permissions=["View"])
    yield page(f"{place}/manage_setLocalRoles", userid="manager", **{"roles:list": ["Editor"]})
    yield page(f"{place}/manage_addLocalRoles", userid="manager", **{"roles:list": ["Editor"]})
    yield page(f"{place}/manage_delLocalRoles", **{"userids:list": ["autor"]})
    yield page(f"{place}/manage_addProperty", id="podrobione", value="x", type="string")
    yield page(f"{place}/manage_editProperties", title="Podrobione")
    yield page(f"{place}/manage_delProperties", **{"ids:list": ["title"]})
    yield page(f"{place}/manage_takeOwnership")
    yield page(f"{place}/manage_changeOwnershipType", explicit="1")
    yield page(f"{place}/manage_exportObject", id="", download="1")
    yield page(f"{place}/manage_undo_transactions", **{"transaction_info:list": ["{undo}"]})
    yield page(f"{place}/manage_changeProperties", title="Podrobione")
    yield page(f"{place}/manage_setSyncProperties", title="Podrobione")
    yield page(f"{place}/manage_addUserFolder")
    yield Door("PROPPATCH", place, form={}, headers={"Depth": "0"})
    yield Door("MKCOL", f"{place}/nowy", form={}, headers={"Depth": "0"})
    yield Door("PUT", f"{place}/nowy.txt", form={}, headers={"Depth": "0"})
    yield Door("PUT", place, form={}, headers={"Depth": "0"})
    yield Door("LOCK", place, form={}, headers={"Depth": "0"})
    for method in ("MOVE", "COPY"):
        yield Door(method, place, form={}, headers={"Depth": "infinity", "Destination": "{portal}/podrobione"})


def management_doors_of_child(place, child):
    """Yield the doors of Zope's management interface for what stands in a place."""
    one = {"ids:list": [child]}
    yield page(f"{place}/manage_delObjects", **one)
    yield page(f"{place}/manage_cutObjects", **one)
    yield page(f"{place}/manage_copyObjects", **one)
    yield page(f"{place}/manage_renameObject", id=child, new_id="inne")
    yield page(f"{place}/manage_renameObjects", **one, **{"new_ids:list": ["inne"]})
    yield page(f"{place}/manage_exportObject", id=child, download="1")
    yield page(f"{place}/manage_importObject", file="podrobione.zexp")
