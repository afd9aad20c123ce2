"""How the site stands and how it should stand, and mending what differs."""

from czest.qms import clock
from czest.qms.workflows.applying import apply_everything
from czest.qms.workflows.applying import edited_definition
from czest.qms.workflows.applying import exists
from czest.qms.workflows.applying import registry_values
from czest.qms.workflows.astray import problems_astray
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.live import shipped_bindings
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.drift import drift
from czest.qms.workflows.rules.drift import Standing
from czest.qms.workflows.rules.drift import STUCK
from czest.qms.workflows.rules.drift import WITHOUT_RIGHTS
from czest.qms.workflows.rules.problems import Problem
from czest.qms.workflows.surroundings import kept_templates
import datetime
from functools import cache
from lxml import etree
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


#: Giving rights takes minutes; after so long something holds it up.
LONGEST = datetime.timedelta(days=1)


@cache
def shipped_rolemap():
    """Return the roles of the product, and ``{permission: (acquired, roles)}``, as shipped."""
    tree = etree.parse(PROFILES / "default" / "rolemap.xml")
    roles = frozenset(element.get("name") for element in tree.iterfind("roles/role"))
    permissions = {
        element.get("name"): (
            element.get("acquire") == "True",
            frozenset(role.get("name") for role in element.iterfind("role")),
        )
        for element in tree.iterfind("permissions/permission")
    }
    return roles, permissions


def expected_standing(adjustments):
    """Return how a site with these adjustments should stand."""
    roles, permissions = shipped_rolemap()
    return Standing(
        definitions={workflow_id: edited_definition(workflow_id, adjustments) for workflow_id in WORKFLOWS},
        bindings={portal_type: (workflow_id,) for portal_type, workflow_id in shipped_bindings().items()},
        roles=roles,
        permissions=permissions,
        records=registry_values(adjustments),
        templates=adjustments.templates,
    )


def standing():
    """Return how the present site stands."""
    portal, tool = api.portal.get(), api.portal.get_tool("portal_workflow")
    _roles, permissions = shipped_rolemap()
    registry = getUtility(IRegistry)
    chains = dict(tool.listChainOverrides())
    return Standing(
        definitions={name: live_definition(name) for name in WORKFLOWS if exists(name)},
        bindings={portal_type: tuple(chains.get(portal_type, ())) for portal_type in shipped_bindings()},
        roles=frozenset(portal.valid_roles()),
        permissions={name: site_setting(portal, name) for name in permissions},
        records={name: registry.get(name) for name in registry_names()},
        templates=kept_templates(),
    )


def registry_names():
    """Return the names of the records that adjustments are written to."""
    return registry_values(Adjustments())


def site_setting(portal, permission):
    """Return ``(whether it is acquired, frozenset of roles)`` of a permission of the whole site."""
    roles = frozenset(found["name"] for found in portal.rolesOfPermission(permission) if found["selected"])
    return bool(portal.acquiredRolesAreUsedBy(permission)), roles


def present_drift(adjustments):
    """Return a ``Problem`` for everything in which the site differs from what is shipped and recorded.

    Parameters:
        adjustments: the recorded :class:`Adjustments`.
    """
    return drift(expected_standing(adjustments), standing())


def whole_drift(ledger):
    """Return a ``Problem`` for everything of :func:`present_drift`, and for every object that is not as it should be.

    Objects are named by their UID; ``astray.readable`` says what a person may read of it.

    Parameters:
        ledger: the ``IAdjustmentsLedger``.
    """
    found = present_drift(ledger.current())
    if is_stuck(ledger.work):
        found.append(Problem("work", STUCK, {"day": ledger.work["since"][:10]}))
    found += [Problem(f"rights.{uid}", WITHOUT_RIGHTS, {"object": uid}) for uid in ledger.failed]
    return found + problems_astray(ledger)


def is_stuck(work):
    """Tell whether the giving of rights has gone on for longer than a day."""
    return work is not None and clock.now() - datetime.datetime.fromisoformat(work["since"]) > LONGEST


def mend(adjustments):
    """Let the site stand as shipped and recorded.

    Parameters:
        adjustments: the recorded :class:`Adjustments`.

    Returns:
        ``([(workflow id, states)] as of ``applying.apply``, portal types)``: where objects have other rights from now
        on. Of a type that a foreign workflow governed these are all, whatever their states were called there.
    """
    portal, tool = api.portal.get(), api.portal.get_tool("portal_workflow")
    roles, permissions = shipped_rolemap()
    for role in sorted(roles - set(portal.valid_roles())):
        portal._addRole(role)
    for name, (acquired, holders) in permissions.items():
        if site_setting(portal, name) != (acquired, holders):
            portal.manage_permission(name, sorted(holders), acquire=int(acquired))
    concerned = apply_everything(adjustments)
    chains, freed = dict(tool.listChainOverrides()), []
    for portal_type, workflow_id in shipped_bindings().items():
        if tuple(chains.get(portal_type, ())) != (workflow_id,):
            tool.setChainForPortalTypes([portal_type], (workflow_id,))
            freed.append(portal_type)
    return concerned, freed
