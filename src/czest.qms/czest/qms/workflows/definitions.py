"""The workflows that the panel shows: their live definitions, types, facts, and the words and looks of their states."""

from Acquisition import aq_base
from czest.qms import _
from czest.qms.appearance.states import State
from czest.qms.appearance.states import STATES
from czest.qms.bulletin.content import WORKFLOW as BULLETIN_WORKFLOW
from czest.qms.bulletin.reading import ENTRY
from czest.qms.disposal.states import LIST_STATES
from czest.qms.language.office_words import office_word
from czest.qms.publication.databases import BulletinUnavailable
from czest.qms.publication.databases import opened_bulletin
from czest.qms.records.standing import SERIES_WORDS
from czest.qms.workflows.counting import types_of
from czest.qms.workflows.facts import facts_of_types
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import shipped_bulletin
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.definition import called_as
from czest.qms.workflows.rules.drawing import Look
from persistent import Persistent
from plone import api


EDITION, DOCUMENT, RECORD = "qms_edition_workflow", "qms_document_workflow", "qms_record_workflow"
SERIES, DISPOSAL, ACT = "qms_series_workflow", "qms_disposal_workflow", "qms_act_workflow"

#: Id of a workflow → what its objects are called, in the order of the tabs.
TITLES = {
    EDITION: _("Edition of a document"),
    DOCUMENT: _("Document (tab)"),
    RECORD: _("Record (tab)"),
    BULLETIN_WORKFLOW: _("Information in the BIP"),
    SERIES: _("Record series (tab)"),
    DISPOSAL: _("Disposal list (tab)"),
    ACT: _("Legal act (tab)"),
}

#: Serial of what was never committed.
NEVER_COMMITTED = b"\0" * 8
#: Definitions by their stamps; so many at most.
_KNOWN = {}
MOST_KNOWN = 64

#: Looks of states that have no plate of their own elsewhere.
_OF_SERIES = {
    "open": State("open", SERIES_WORDS["open"], "folder2-open", "ink", "outline", "ink", "record"),
    "closed": State("closed", SERIES_WORDS["closed"], "lock-fill", "past", "hatched", "hatching", "record"),
}
_OF_ENTRY = {
    **STATES,
    "published": State("published", _("Published"), "globe2", "force", "filled", "solid", "force"),
}
_LOOKS = {SERIES: _OF_SERIES, DISPOSAL: LIST_STATES, BULLETIN_WORKFLOW: _OF_ENTRY}


def definition(workflow_id):
    """Return the live :class:`Definition` of a workflow; of the bulletin the shipped one while it cannot be reached.

    Raises:
        KeyError: the panel shows no such workflow.
    """
    if workflow_id not in TITLES:
        raise KeyError(workflow_id)
    return _of_bulletin() if workflow_id == BULLETIN_WORKFLOW else _live(workflow_id)


def _live(workflow_id):
    """Return the live definition; as long as nothing of the workflow was written, it is read from its export once."""
    stamp = _stamp(api.portal.get_tool("portal_workflow")[workflow_id])
    if stamp is None:
        return live_definition(workflow_id)
    if stamp not in _KNOWN:
        if len(_KNOWN) > MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[stamp] = live_definition(workflow_id)
    return _KNOWN[stamp]


def _stamp(workflow):
    """Return what changes whenever a workflow is written; None while something of it is not committed."""
    parts, waiting = [], [aq_base(workflow)]
    while waiting:
        part = waiting.pop()
        part._p_activate()
        if part._p_changed or part._p_jar is None or part._p_serial == NEVER_COMMITTED:
            return None
        parts.append((part._p_oid, part._p_serial))
        waiting += [value for value in vars(part).values() if isinstance(value, Persistent)]
        mapping = getattr(part, "_mapping", None) or {}
        waiting += [value for value in mapping.values() if isinstance(value, Persistent)]
    return (workflow._p_jar.db().database_name, *sorted(parts))


def _of_bulletin():
    try:
        with opened_bulletin(api.portal.get()):
            # A bulletin that was made before keeps the words of its time.
            return called_as(_live(BULLETIN_WORKFLOW), shipped_bulletin())
    except BulletinUnavailable:
        return shipped_bulletin()


def types(workflow_id):
    """Return the portal types that a workflow governs as shipped, as a list."""
    return [ENTRY] if workflow_id == BULLETIN_WORKFLOW else list(WORKFLOWS[workflow_id])


def facts(workflow_id):
    """Return the facts of every operation on objects of a workflow, each id once, in their order."""
    governed = [ENTRY] if workflow_id == BULLETIN_WORKFLOW else types_of(workflow_id)
    return facts_of_types(governed)


def look_of(workflow_id, state):
    """Return how a state is shown everywhere, as a :class:`czest.qms.appearance.states.State`.

    Parameters:
        state: anything with the ``id`` and ``title`` of a state.
    """
    known = _LOOKS.get(workflow_id, STATES).get(state.id)
    return known or State(state.id, office_word(state.title), "circle", "ink", "outline", "ink", "record")


def box_of(shown, word, **rest):
    """Return how the box of a state is drawn.

    Parameters:
        shown: how the state is shown everywhere, see :func:`look_of`.
        word: what it is called, a text.
        rest: what else :class:`Look` takes.
    """
    classes = f"qms-look-{shown.look} qms-flow-{shown.plate}"
    return Look(word, classes=classes, is_hatched=shown.plate == "hatched", **rest)


def words_of(workflow):
    """Return ``{id of a state: its Message, in the office's own words where it has any}`` of a live DCWorkflow."""
    return {state.getId(): look_of(workflow.getId(), state).word for state in workflow.states.objectValues()}
