"""What may be adjusted, read from the shipped files without a site."""

from czest.qms.approval.rules.template_checks import Surroundings
from czest.qms.organisation.rules.organisation import Organisation
from czest.qms.workflows.rules import known as terms
from czest.qms.workflows.rules.known import Known
from czest.qms.workflows.rules.known import Setting
from czest.qms.workflows.rules.parsing import definition_of
import functools
from pathlib import Path
from support.shipped_letters import LETTERS


PROFILE = Path(__file__).parents[2] / "src" / "czest.qms" / "czest" / "qms" / "profiles" / "default"

SETTINGS = {
    "remind_before": Setting(terms.NUMBER, 2, 0, 60),
    "check_days": Setting(terms.NUMBER, None, 1, 365),
    "silence_ends_opinions": Setting(terms.FLAG, True),
    "act_required": Setting(terms.KINDS, frozenset()),
}
#: Some words as they are shipped in Polish; others have none.
POLISH = {"Draft": "Projekt", "In review": "W sprawdzaniu"}
TEMPLATE = {
    "title": "Procedury",
    "stages": [
        {"purpose": "check", "participants": ["owner-head"]},
        {"purpose": "approval", "participants": ["person:sekretarz"]},
    ],
}


@functools.cache
def shipped():
    """Return ``{id: XML}`` of the shipped workflows of the intranet."""
    return {path.parent.name: path.read_bytes() for path in sorted(PROFILE.glob("workflows/*/definition.xml"))}


@functools.cache
def definitions():
    """Return ``{id: Definition}`` of these."""
    return {name: definition_of(xml) for name, xml in shipped().items()}


def known(templates=None):
    """Return what may be adjusted.

    Parameters:
        templates: those kept now.
    """
    return Known(
        definitions(),
        frozenset({"Procedure", "Instruction"}),
        SETTINGS,
        LETTERS,
        lambda msgid, language: POLISH.get(msgid, msgid) if language == "pl" else msgid,
        templates or {},
        Surroundings(Organisation(), frozenset({"Procedure"}), frozenset(), lambda login: login == "sekretarz"),
    )
