"""The element that makes a ZCTextIndex lexicon understand Polish."""

import contextlib
from czest.qms.language.words import asked_terms
from czest.qms.language.words import split
from czest.qms.language.words import split_pattern
from czest.qms.language.words import stored_terms
from czest.qms.language.words import without_wildcards
from Products.ZCTextIndex.PipelineFactory import element_factory


GROUP = "Word Splitter"
NAME = "Polish words and stems"

#: Id of the lexicon in portal_catalog (profiles/default/catalog.xml).
LEXICON_ID = "qms_lexicon"


class PolishWords:
    """The whole pipeline in one element: splits, folds and stems.

    It is one, because the three methods must agree: a phrase is found only if its terms follow one another exactly
    as the terms of the document do.
    """

    def process(self, lst):
        """Return the terms of a document's texts, in order."""
        return [term for text in lst for word in split(text) for term in stored_terms(word)]

    def processGlob(self, lst):
        """Return the words of a query, in which ``*`` and ``?`` may stand."""
        return [word for text in lst for word in split_pattern(text)]

    def process_post_glob(self, lst):
        """Return the terms of a query's word (any of them answers) or, for several words, of a phrase."""
        words = [without_wildcards(word) for word in ([lst] if isinstance(lst, str) else lst)]
        if len(words) == 1:
            return asked_terms(words[0])
        return [term for word in words for term in stored_terms(word)]

    def __eq__(self, other):
        """All are equal: GenericSetup empties a lexicon whose pipeline differs from the profile's."""
        return type(other) is type(self)

    def __hash__(self):
        return hash(type(self))


with contextlib.suppress(ValueError):  # registered by an earlier import of this module
    element_factory.registerFactory(GROUP, NAME, PolishWords)
