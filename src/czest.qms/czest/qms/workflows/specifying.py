"""The specifications of the definitions that were shipped, from the definitions and from what operations say."""

from czest.qms import _
from czest.qms import appearance
from czest.qms.operations import roles
from czest.qms.workflows.definitions import box_of
from czest.qms.workflows.definitions import look_of
from czest.qms.workflows.facts import facts_of_types
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.rules.drawing import drawn
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.specification import Specification
from czest.qms.workflows.rules.standalone import standalone
from lxml import etree
from pathlib import Path
from zope.i18n import translate
from zope.i18nmessageid import Message


#: Name of the file beside the definition.
FILE = "specification.md"
#: People of a Polish office read it.
LANGUAGE = "pl"
#: Where the looks of diagrams are said, and in which files.
STYLESHEETS = Path(appearance.__file__).parent / "static" / "css"
SHEETS = ("tokens.css", "states.css", "workflows.css")


def shipped_definitions():
    """Return the paths of every definition of every profile, sorted."""
    return sorted(PROFILES.glob("*/workflows/*/definition.xml"))


def types_of(path):
    """Return the portal types that a profile binds to a workflow, sorted.

    Parameters:
        path: of its definition.
    """
    bindings = etree.parse(str(path.parents[1].with_suffix(".xml")))
    bound = bindings.xpath("//type[bound-workflow/@workflow_id = $id]/@type_id", id=path.parent.name)
    return sorted(str(one) for one in bound)


def specification_of(path):
    """Return the specification of a shipped definition, as text.

    Parameters:
        path: of the definition.
    """
    types = types_of(path)
    definition = definition_of(path.read_bytes())
    return Specification(definition, facts_of_types(types), types, roles.TITLES, in_words).text()


def drawing_of(path):
    """Return the diagram of a shipped definition as the text of an SVG file, None where nothing leads anywhere.

    Parameters:
        path: of the definition.
    """
    definition = definition_of(path.read_bytes())
    if not definition.transitions:
        return None
    looks = {one.id: box_of(look_of(definition.id, one), in_words(one.title)) for one in definition.states.values()}
    description = _("The numbers are those of the table of transitions in the specification.")
    drawing = drawn(definition, looks, in_words(definition.title), in_words(description))
    return standalone(drawing, [(STYLESHEETS / name).read_text(encoding="utf-8") for name in SHEETS])


def in_words(text):
    """Return a msgid or Message in the language of specifications."""
    message = text if isinstance(text, Message) else Message(text, domain="czest.qms")
    return translate(message, target_language=LANGUAGE)
