"""Words that no document has any more leave the lexicons of a catalog.

ZCTextIndex never takes a word out of its lexicon. What was destroyed would live on there, word by word.
"""

from Products.ZCTextIndex.interfaces import IZCLexicon
from Products.ZCTextIndex.interfaces import IZCTextIndex


def forget_unused_words(catalog):
    """Remove from each lexicon of a catalog the words that none of its indexes knows; return how many there were.

    Safe beside others who index at the same moment: either they or the caller meets a conflict and begins again. The
    exception is an index of so few words (some 60) that they lie in one leaf, where ZODB joins both changes.
    """
    indexes = [index for index in catalog.Indexes.objectValues() if IZCTextIndex.providedBy(index)]
    removed = 0
    for lexicon in catalog.objectValues():
        if IZCLexicon.providedBy(lexicon):
            known = [index.index._wordinfo for index in indexes if index.lexicon_id == lexicon.getId()]
            removed += _forget(lexicon, known)
    return removed


def _forget(lexicon, known):
    """Remove from a lexicon the words whose number is a key of none of the trees in ``known``."""
    unused = [number for number in lexicon._words if not any(number in numbers for numbers in known)]
    if not unused:
        return 0
    for numbers in known:
        _require_unchanged(numbers)
        # Whoever gives a document a word that is unused until now writes into this tree, and reads its root as one
        # that must be current: a root that was written makes his commit a conflict.
        numbers._p_changed = True
    # A BTree keeps no removed key as the bound of its parts either: it puts the next one there.
    for number in unused:
        del lexicon._wids[lexicon._words.pop(number)]
    lexicon.length.change(-len(unused))
    return len(unused)


def _require_unchanged(tree):
    """Make it a conflict if anybody changes a part of a tree before this transaction is committed."""
    for part in _parts(tree):
        if part._p_jar is not None:
            part._p_jar.readCurrent(part)


def _parts(tree):
    """Yield the leaves of a BTree that are objects of their own; a small tree holds its only leaf inside."""
    state = tree.__getstate__()
    if state is None or len(state) < 2:
        yield tree
        return
    leaf = state[1]
    while leaf is not None:
        yield leaf
        content = leaf.__getstate__()
        leaf = content[1] if len(content) > 1 else None
