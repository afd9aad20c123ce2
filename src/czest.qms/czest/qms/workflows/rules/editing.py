"""Applying adjustments to the XML of a shipped definition, and finding the adjustments that led to another one."""

import copy
from czest.qms.documents.rules.optional_states import DRAFT
from czest.qms.documents.rules.optional_states import LIKE
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import merged
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.known import titles_of
from czest.qms.workflows.rules.laws import GUARD
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.parsing import tree_of
from czest.qms.workflows.rules.problems import Door
from czest.qms.workflows.rules.problems import Refused
from lxml import etree


def edited(shipped_xml, adjustments):
    """Return the definition that a site with these adjustments works by.

    Parameters:
        shipped_xml: definition as shipped, bytes.
        adjustments: :class:`Adjustments` that ``reading.read`` has let through.

    Returns:
        XML as bytes.
    """
    root = tree_of(shipped_xml)
    if root.get("workflow_id") == EDITION:
        for name in sorted(adjustments.optional_states):
            _add_optional_state(root, PATTERNS[name])
    for cell, given in sorted(adjustments.grants_in(root.get("workflow_id")).items()):
        _set_cell(root, cell, given)
    for element in (*root.findall("state"), *root.findall("transition")):
        _put_words(element, adjustments.words)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def adjustments_of(shipped_xml, found):
    """Return the safe edits that lead from the shipped definition to another one, as changes in the plain form.

    Parameters:
        shipped_xml: definition as shipped, bytes.
        found: :class:`Definition`, such as an imported one.

    Returns:
        ``{part: …}``, see ``adjustments.merged``; optional states, which a definition does not bind to kinds, are not
        among them.

    Raises:
        Refused: its problems are the Doors that the other definition opens.
    """
    turned_on = turned_on_in(found)
    expected = definition_of(edited(shipped_xml, Adjustments(optional_states=dict.fromkeys(turned_on, frozenset()))))
    found_differences = differences(expected, found)
    doors = [difference for difference in found_differences if isinstance(difference, Door)]
    if doors:
        raise Refused(doors)
    changes = {}
    for edit in found_differences:
        _put_in(changes, edit.path, edit.value)
    return changes


def imported(values, shipped_xml, found):
    """Return a plain form with the part of it that one definition shows made as this definition is.

    Parameters:
        values: the plain form kept now.
        shipped_xml: definition as shipped, bytes.
        found: :class:`Definition` that is taken in. Polish words, and the kinds for which an optional state is
            offered, stand in no definition: they stay.

    Raises:
        Refused: its problems are the Doors that the definition opens.
    """
    changes = adjustments_of(shipped_xml, found)
    shipped = definition_of(shipped_xml)
    parts = [*shipped.states.values(), *shipped.transitions.values()]
    if shipped.id == EDITION:
        turned_on, patterns = turned_on_in(found), PATTERNS.items()
        changes["optional_states"] = {
            name: values["optional_states"].get(name, []) if name in turned_on else None for name, _pattern in patterns
        }
        titles = {str(title) for _name, pattern in patterns for title in titles_of(pattern)}
    else:
        titles = set()
    msgids = titles | {text for part in parts for text in (part.title, part.description)}
    cleared = merged(
        values,
        {
            "grants": {shipped.id: None},
            "words": {msgid: {"en": None} for msgid in values["words"] if msgid in msgids},
        },
    )
    return merged(cleared, changes)


def changed(values, changes):
    """Return a plain form with changes, see ``adjustments.merged``; with an optional state its rights are taken back.

    Parameters:
        values: the plain form kept now.
        changes: what is asked for.
    """
    result = merged(values, changes)
    if not all(isinstance(result[part], dict) for part in ("optional_states", "grants")):
        # It is named when the whole is read.
        return result
    turned_off = [name for name in values["optional_states"] if name not in result["optional_states"]]
    return merged(result, {"grants": {EDITION: {PATTERNS[name].state: None for name in turned_off}}})


def turned_on_in(definition):
    """Return the ids of the patterns whose state a definition has."""
    return [pattern.id for pattern in PATTERNS.values() if pattern.state in definition.states]


def _put_in(changes, path, value):
    for key in path[:-1]:
        changes = changes.setdefault(key, {})
    changes[path[-1]] = value


def _add_optional_state(root, pattern):
    model = _named(root, "state", LIKE)
    state = copy.deepcopy(model)
    state.set("state_id", pattern.state)
    state.set("title", str(pattern.title))
    for found in (*state.findall("exit-transition"), *state.findall("description")):
        state.remove(found)
    for place, exit_id in enumerate(pattern.exits):
        state.insert(place, etree.Element("exit-transition", transition_id=exit_id))
    model.addprevious(state)
    draft = _named(root, "state", DRAFT)
    draft.insert(len(draft.findall("exit-transition")), etree.Element("exit-transition", transition_id=pattern.begin))
    for transition_id, title, target in (
        (pattern.begin, pattern.begin_title, pattern.state),
        (pattern.end, pattern.end_title, DRAFT),
    ):
        root.findall("transition")[-1].addnext(_transition(transition_id, str(title), target))


def _transition(transition_id, title, target):
    transition = etree.Element(
        "transition",
        transition_id=transition_id,
        title=title,
        new_state=target,
        trigger="USER",
        before_script="",
        after_script="",
    )
    etree.SubElement(etree.SubElement(transition, "guard"), "guard-expression").text = GUARD
    return transition


def _set_cell(root, cell, given):
    state = _named(root, "state", cell.state)
    grant = next(found for found in state.findall("permission-map") if found.get("name") == cell.permission)
    roles = {(found.text or "").strip() for found in grant}
    roles = roles | {cell.role} if given else roles - {cell.role}
    for found in list(grant):
        grant.remove(found)
    for role in sorted(roles):
        etree.SubElement(grant, "permission-role").text = role


def _put_words(element, words):
    title = words.get(element.get("title", ""), {}).get("en")
    if title:
        element.set("title", title)
    description = element.find("description")
    if description is not None:
        shipped = " ".join((description.text or "").split())
        description.text = words.get(shipped, {}).get("en", shipped)


def _named(root, tag, name):
    return next(found for found in root.findall(tag) if found.get(f"{tag}_id") == name)
