"""Reading a definition from the XML of GenericSetup: of a profile, of an export, or of a live workflow."""

from czest.qms.workflows.rules.definition import Definition
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.definition import Guard
from czest.qms.workflows.rules.definition import State
from czest.qms.workflows.rules.definition import Transition
from lxml import etree


#: Elements of a definition, a state and a transition that the model names; everything else goes into ``rest``.
NAMED = frozenset({"permission", "state", "transition"})
NAMED_OF_STATE = frozenset({"description", "exit-transition", "permission-map"})
NAMED_OF_TRANSITION = frozenset({"description", "guard"})
#: Words for people and for the translator, which are no part of what a definition does.
I18N = "http://xml.zope.org/namespaces/i18n"


class UnreadableDefinition(ValueError):
    """The text is no definition of a DCWorkflow."""


def tree_of(xml):
    """Return the root element of a definition.

    Parameters:
        xml: bytes.

    Raises:
        UnreadableDefinition: it is no well-formed definition of a DCWorkflow.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDefinition(str(error)) from error
    if root.tag != "dc-workflow" or root.getroottree().docinfo.doctype:
        raise UnreadableDefinition(root.tag)
    return root


def definition_of(xml):
    """Return the :class:`Definition` that the XML describes.

    Parameters:
        xml: bytes.

    Raises:
        UnreadableDefinition: it is no well-formed definition of a DCWorkflow.
    """
    root = tree_of(xml)
    states = [_state(element) for element in root.findall("state")]
    transitions = [_transition(element) for element in root.findall("transition")]
    return Definition(
        id=root.get("workflow_id", ""),
        title=root.get("title", ""),
        description=root.get("description", ""),
        initial=root.get("initial_state", ""),
        state_variable=root.get("state_variable", ""),
        manager_bypass=_flag(root.get("manager_bypass", "False")),
        permissions=tuple(_text(element) for element in root.findall("permission")),
        states={state.id: state for state in states},
        transitions={transition.id: transition for transition in transitions},
        rest=_rest(root, NAMED),
    )


def _state(element):
    return State(
        id=element.get("state_id", ""),
        title=element.get("title", ""),
        description=_text(element.find("description")),
        exits=tuple(found.get("transition_id", "") for found in element.findall("exit-transition")),
        permissions={
            found.get("name", ""): Grant(
                _flag(found.get("acquired", "False")),
                frozenset(_text(role) for role in found.findall("permission-role")),
            )
            for found in element.findall("permission-map")
        },
        rest=_rest(element, NAMED_OF_STATE),
    )


def _transition(element):
    return Transition(
        id=element.get("transition_id", ""),
        title=element.get("title", ""),
        description=_text(element.find("description")),
        target=element.get("new_state", ""),
        trigger=element.get("trigger", "USER"),
        guard=_guard(element.find("guard")),
        scripts=(element.get("before_script", ""), element.get("after_script", "")),
        rest=_rest(element, NAMED_OF_TRANSITION),
    )


def _guard(element):
    if element is None:
        return Guard()
    return Guard(
        _text(element.find("guard-expression")),
        frozenset(_text(found) for found in element.findall("guard-permission")),
        frozenset(_text(found) for found in element.findall("guard-role")),
        frozenset(_text(found) for found in element.findall("guard-group")),
    )


def _rest(element, named):
    return tuple(sorted(_canonical(child) for child in element if child.tag not in named))


def _canonical(element):
    """Return an element as text that does not depend on blanks, order of attributes or namespaces of translation."""
    attributes = sorted((name, value) for name, value in element.attrib.items() if I18N not in name)
    inside = [_canonical(child) for child in element]
    return repr((element.tag, attributes, _text(element), inside))


def _text(element):
    return "" if element is None else " ".join((element.text or "").split())


def _flag(text):
    return text.strip().lower() in ("true", "1", "yes")
