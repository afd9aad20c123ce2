"""What a Manager can do to the settings of a site in Zope's management interface, to open doors afterwards.

Each is a list of requests as its forms send them.
"""

from importlib.resources import files
import io
import re
from support.doors import Door
from support.doors import page
import tarfile


GREEDY = ("Manager", "Site Administrator")
#: Permissions by which stock code would let somebody write.
PERMISSIONS = (
    "Modify portal content", "Delete objects", "Copy or Move", "Add portal content", "Manage properties",
    "View management screens", "Change local roles", "Change permissions", "Take ownership", "View", "FTP access",
    "WebDAV access", "Review portal content", "Sharing page: Delegate roles", "Import/Export objects", "Undo changes",
    "CMFEditions: Revert to previous versions", "CMFEditions: Purge version", "CMFEditions: Apply version control",
    "czest.qms: Add by operation", "czest.qms: Save edition",
)  # fmt: skip
DEFINITIONS = ("qms_edition_workflow", "qms_document_workflow", "qms_library_workflow")
KINDS = ("Edition", "Procedure", "Instruction", "FormTemplate", "Library")
UPDATE = page("{portal}/portal_workflow/updateRoleMappings")


def archive(**files):
    """Return the bytes of a tarball of a profile; an underscore in a name stands for a folder."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name.replace("_", "/", 1) + ".xml")
            member.size = len(content.encode())
            tar.addfile(member, io.BytesIO(content.encode()))
    return stream.getvalue()


def permissions():
    for place in ("{root}", "{portal}"):
        for permission in PERMISSIONS:
            yield page(
                f"{place}/manage_permission", permission_to_manage=permission, acquire="1", **{"roles:list": GREEDY}
            )


def roles():
    plugin = "{portal}/acl_users/portal_role_manager"
    for role in ("Quality Officer", "Editor", "Owner", "Reviewer", "Author", "Approver", "Site Administrator"):
        yield page(
            f"{plugin}/manage_assignRoleToPrincipals",
            role_id=role,
            **{"principal_ids:list": ["manager", "administrator"]},
        )


def workflow_states():
    """Give every permission of the states, then let every transition be made by a Manager, without a guard."""
    for name in DEFINITIONS:
        definition = "{portal}/portal_workflow/" + name
        yield page(f"{definition}/setProperties", title="x", description="", manager_bypass="on", **{"props": ""})
    definition = "{portal}/portal_workflow/qms_edition_workflow"
    for state in ("draft", "in_force", "superseded"):
        given = {f"acquire_{permission}": "on" for permission in PERMISSIONS}
        yield page(f"{definition}/states/{state}/setPermissions", **given)
    yield from free_transitions()


def free_transitions():
    definition = "{portal}/portal_workflow/qms_edition_workflow"
    for transition, target in (("supersede", "draft"), ("withdraw", "draft")):
        yield page(f"{definition}/transitions/{transition}/setProperties", title="x", new_state_id=target,
                   trigger_type="1", actbox_name="x", guard_permissions="", guard_roles="", guard_groups="",
                   guard_expr="")  # fmt: skip


def managed_permissions():
    """Return the permissions that our definition of editions manages."""
    definition = files("czest.qms") / "profiles/default/workflows/qms_edition_workflow/definition.xml"
    return re.findall("<permission>(.*?)</permission>", definition.read_text("utf-8"))


def silent_workflow():
    """Let no state change permissions, so that a transition would set no attribute of the object."""
    definition = "{portal}/portal_workflow/qms_edition_workflow"
    yield page(f"{definition}/delManagedPermissions", **{"ps:list": managed_permissions()})
    yield from free_transitions()


def chains(chain):
    return [
        page(
            "{portal}/portal_workflow/manage_changeWorkflows",
            default_chain="simple_publication_workflow",
            **{f"chain_{kind}": chain for kind in KINDS},
        )
    ]


def types():
    for kind in KINDS:
        address = "{portal}/portal_types/" + kind + "/manage_changeProperties"
        yield page(address, **{"global_allow:boolean": "1", "filter_content_types:boolean": ""})
        yield page(address, add_permission="cmf.AddPortalContent", klass="plone.dexterity.content.Container")
        yield page(address, **{"behaviors:lines": "plone.basic\nplone.shortname\nplone.versioning\nplone.locking"})


PROFILE_FILES = {
    "workflows": '<object name="portal_workflow" meta_type="Plone Workflow Tool"><bindings>'
    '<default><bound-workflow workflow_id="simple_publication_workflow"/></default>'
    '<type type_id="Edition"><bound-workflow workflow_id="simple_publication_workflow"/></type></bindings></object>',
    "rolemap": "<rolemap><permissions>"
    + "".join(
        f'<permission name="{permission}" acquire="True"><role name="Manager"/></permission>'
        for permission in PERMISSIONS
    )
    + "</permissions></rolemap>",
    "types_Edition": '<object name="Edition" meta_type="Dexterity FTI"><property name="global_allow">True</property>'
    '<property name="add_permission">cmf.AddPortalContent</property></object>',
}


def profiles():
    """Read our profile again, then the profile of a stranger."""
    setup = "{portal}/portal_setup"
    yield page(f"{setup}/manage_importAllSteps", context_id="profile-czest.qms:default")
    yield page(f"{setup}/manage_createSnapshot", snapshot_id="migawka")
    # Not all steps: GenericSetup itself fails over the factories of Dexterity in a snapshot.
    yield page(
        f"{setup}/manage_importSelectedSteps",
        context_id="snapshot-migawka",
        **{"ids:list": ["workflow", "typeinfo", "rolemap"], "run_dependencies:boolean": ""},
    )
    yield Door(
        "POST", f"{setup}/manage_importTarball", form={"submitted": "1"}, files={"tarball": archive(**PROFILE_FILES)}
    )


def versions():
    """Let our types be versioned, with a policy, and versions thrown away."""
    policies = "".join(
        f'<type name="{kind}"><policy name="version_on_revert"/><policy name="at_edit_autoversion"/></type>'
        for kind in KINDS
    )
    tool = f'<repositorytool><policymap purge="False">{policies}</policymap></repositorytool>'
    yield Door(
        "POST",
        "{portal}/portal_setup/manage_importTarball",
        form={"submitted": "1"},
        files={"tarball": archive(repositorytool=tool)},
    )
    yield page("{portal}/portal_purgepolicy/manage_changeProperties", maxNumberOfVersionsToKeep="0")


#: What is done to the settings, by name.
SABOTAGE = {
    "every permission is given to Managers": [*permissions(), UPDATE],
    "Managers take every role": list(roles()),
    "the states give everything away": [*workflow_states(), UPDATE],
    "the workflow changes no permission": list(silent_workflow()),
    "another workflow": [*chains("simple_publication_workflow"), UPDATE],
    "no workflow": [*chains(""), UPDATE],
    "the workflows are deleted": [
        page("{portal}/portal_workflow/manage_delObjects", **{"ids:list": list(DEFINITIONS)}),
        UPDATE,
    ],
    "the types are changed": list(types()),
    "the types are deleted": [page("{portal}/portal_types/manage_delObjects", **{"ids:list": list(KINDS)})],
    "profiles are read": list(profiles()),
    "versions are kept": list(versions()),
}
