"""Kinds of documents, to which a deputyship may be limited; the room of documents names them by a vocabulary."""

from czest.qms.organisation.rules.model import Problem
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.schema.interfaces import IVocabularyFactory


#: Name of the vocabulary of portal types.
VOCABULARY = "czest.qms.Kinds"


def kind_titles():
    """Return the titles of all kinds by kind."""
    return {term.value: term.title for term in getUtility(IVocabularyFactory, VOCABULARY)(getSite())}


def kind_problems(person, kinds):
    """Check what needs the kinds there are: those named, and the login of the person represented.

    A login that ends like a kind would share the group of the deputies whom another person has for that kind.
    """
    known = kind_titles()
    problems = [Problem("kinds", "unknown_kind", {"kind": kind}) for kind in kinds if kind not in known]
    if any(person.endswith(f"-{kind}") for kind in known):
        problems.append(Problem("person", "login_like_kind", {"login": person}))
    return problems
