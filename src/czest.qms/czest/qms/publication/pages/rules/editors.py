"""The data of the editors (§ 11 of the regulation of 18.01.2007: address; name, phone, fax, e-mail of one at least)."""

from czest.qms.publication.pages.rules.contact import form_problems
from czest.qms.publication.pages.rules.versions import area_problems
from czest.qms.publication.pages.rules.versions import line_problems


#: What is typed; the name with the post is composed of two of them.
FIELDS = ("office", "person", "post", "address", "phone", "fax", "email", "national_page")
_LINES = ("office", "person", "post", "phone", "fax", "email", "national_page")
_OPTIONAL = frozenset({"fax"})
_FORMS = {"phone": "phone", "fax": "phone", "email": "email", "national_page": "address"}
_LENGTH = 200


def editors_problems(facts):
    """Return the problems of the data of the editors.

    Parameters:
        facts: texts by the names of :data:`FIELDS`.
    """
    problems = []
    for name in _LINES:
        found = line_problems(name, facts.get(name, ""), _LENGTH, required=name not in _OPTIONAL)
        problems += found or (form_problems(name, facts.get(name, ""), _FORMS[name]) if name in _FORMS else [])
    return problems + area_problems("address", facts.get("address", ""), 5 * _LENGTH)


def with_name(facts):
    """Return the facts with ``name``: the post, then the name; where both are the same, once (RODO-2)."""
    person, post = facts.get("person", ""), facts.get("post", "")
    return {**facts, "name": f"{post}, {person}" if person != post else post}
