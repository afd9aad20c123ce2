"""Applying adjustments: live definitions, records of the registry, templates of routes; called while the gate is open."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.office_letters import RECORD as LETTERS
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.documents.optional_states import RECORD as OPTIONAL_STATES
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.language.office_words import RECORD as WORDS
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import shipped_xml
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.live import write
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.editing import edited
from czest.qms.workflows.rules.effects import states_with_other_rights
from czest.qms.workflows.rules.effects import words_by_language
from czest.qms.workflows.rules.known import SETTINGS
from czest.qms.workflows.rules.laws import broken
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.surroundings import kept_templates
from czest.qms.workflows.surroundings import shipped_word
from dataclasses import replace
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


SETTING = f"{IDocumentSettings.__identifier__}."


def edited_definition(workflow_id, adjustments):
    """Return the :class:`Definition` that a site with these adjustments works by."""
    return definition_of(edited(shipped_xml(workflow_id), adjustments))


def registry_values(adjustments):
    """Return ``{name of a record: value}`` of the registry for adjustments."""
    decided = plain(adjustments)
    settings = {name: decided["settings"].get(name, IDocumentSettings[name].default) for name in SETTINGS}
    return {
        WORDS: words_by_language(adjustments, shipped_word),
        OPTIONAL_STATES: decided["optional_states"],
        LETTERS: decided["letters"],
        **{SETTING + name: value for name, value in settings.items()},
    }


def apply(before, after):
    """Bring the site from some adjustments to others; what does not differ between them is left alone.

    Parameters:
        before, after: :class:`Adjustments`.

    Returns:
        ``[(workflow id, states)]``: where objects have other rights from now on.

    Raises:
        Refused: a definition would break a law; nothing is written then.
    """
    changed = [
        workflow_id
        for workflow_id in WORKFLOWS
        if differences(edited_definition(workflow_id, before), edited_definition(workflow_id, after))
    ]
    definitions = lawful_definitions(changed, after)
    kept, registry = registry_values(before), getUtility(IRegistry)
    for name, value in registry_values(after).items():
        if value != kept[name]:
            registry[name] = value
    if before.templates != after.templates:
        put_templates(after.templates)
    return write_definitions(definitions)


def apply_everything(adjustments):
    """Let everything in the site be as adjustments say, whatever it was before; return as :func:`apply` does."""
    definitions = lawful_definitions(differing(adjustments), adjustments)
    registry = getUtility(IRegistry)
    for name, value in registry_values(adjustments).items():
        if registry.get(name) != value:
            registry[name] = value
    put_templates(adjustments.templates)
    return write_definitions(definitions)


def write_differing(adjustments):
    """Write the definitions that are missing or not as adjustments say; return as :func:`apply` does."""
    return write_definitions(lawful_definitions(differing(adjustments), adjustments))


def differing(adjustments):
    """Return the ids of the workflows whose definitions are missing or not as adjustments say."""
    return [
        workflow_id
        for workflow_id in WORKFLOWS
        if not exists(workflow_id)
        or differences(edited_definition(workflow_id, adjustments), live_definition(workflow_id))
    ]


def exists(workflow_id):
    """Tell whether the site has a workflow."""
    return workflow_id in api.portal.get_tool("portal_workflow")


def lawful_definitions(workflow_ids, adjustments):
    """Return ``{workflow id: XML}`` of what the site shall work by; the last guard before anything is written.

    Raises:
        Refused: naming each law that would be broken.
    """
    found = {workflow_id: edited(shipped_xml(workflow_id), adjustments) for workflow_id in workflow_ids}
    doors = [
        replace(door, field=f"definitions.{workflow_id}.{door.field}")
        for workflow_id, xml in found.items()
        for door in broken(definition_of(xml))
    ]
    if doors:
        raise Refused(doors)
    return found


def write_definitions(definitions):
    """Write definitions; return ``[(workflow id, states)]``: where objects have other rights from now on.

    Parameters:
        definitions: as :func:`lawful_definitions` returns them.
    """
    concerned = []
    for workflow_id, xml in definitions.items():
        after = definition_of(xml)
        before = live_definition(workflow_id) if exists(workflow_id) else None
        write(workflow_id, xml)
        states = after.states if before is None else states_with_other_rights(before, after)
        if states:
            concerned.append((workflow_id, sorted(states)))
    return concerned


def put_templates(templates):
    """Let the site keep these templates of routes and no others.

    Parameters:
        templates: id → plain form.

    Raises:
        czest.qms.organisation.rules.model.Refused: one cannot be kept.
    """
    utility, kept = getUtility(IRouteTemplates), kept_templates()
    for template_id in kept:
        if template_id not in templates:
            utility.remove(template_id)
    for template_id, values in templates.items():
        if values != kept.get(template_id):
            utility.put(read_template(values, template_id))
