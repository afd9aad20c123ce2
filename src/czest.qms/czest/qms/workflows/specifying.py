"""The specifications of the definitions that were shipped, from the definitions and from what operations say."""

from czest.qms.workflows.facts import facts_of
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.specification import Specification
from lxml import etree
from zope.component import ComponentLookupError
from zope.i18n import translate
from zope.i18nmessageid import Message


#: Name of the file beside the definition.
FILE = "specification.md"
#: People of a Polish office read it.
LANGUAGE = "pl"


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


def facts_about(types):
    """Return the facts of every operation on objects of some types, each once, in their order."""
    found = {}
    for portal_type in types:
        for one in _facts_of(portal_type):
            found.setdefault((one.id, one.is_asked, one.title), one)
    return sorted(found.values(), key=lambda one: (one.order, one.id, not one.is_asked))


def _facts_of(portal_type):
    """Return the facts of a type; none of those of the bulletin's site that have no operations."""
    try:
        return facts_of(portal_type)
    except ComponentLookupError:
        return ()


def specification_of(path, picture=None):
    """Return the specification of a shipped definition, as text.

    Parameters:
        path: of the definition.
        picture: address of the diagram from where the specification stands, or None.
    """
    types = types_of(path)
    return Specification(definition_of(path.read_bytes()), facts_about(types), types, in_words, picture).text()


def in_words(text):
    """Return a msgid or Message in the language of specifications."""
    message = text if isinstance(text, Message) else Message(text, domain="czest.qms")
    return translate(message, target_language=LANGUAGE)
