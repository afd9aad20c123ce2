"""What a person typed, turned into a query that ZCTextIndex accepts whatever it was."""

from czest.qms.language.words import split


#: More is not a question but a pasted page; the rest is ignored.
LONGEST_QUERY = 200

#: A prefix of one letter would be looked up among most of the words there are.
_SHORTEST_PREFIX = 2

#: Words that stand in nearly every document and say nothing about it.
STOP_WORDS = frozenset(
    ["a", "ale", "dla", "do", "i", "jak", "lub", "na", "o", "od", "oraz", "po", "przez", "przy", "się", "to", "u"]
    + ["w", "we", "z", "za", "ze", "że"]
)


def search_query(text):
    """Return a query for SearchableText, Title or Description: all words, the last one also as a beginning.

    Operators, quotation marks and wildcards in ``text`` mean nothing, so the query never raises ParseError.

    Parameters:
        text: anything a person typed.

    Returns:
        A query, or an empty string where ``text`` holds no word. ZCTextIndex takes an empty query for *no
        condition*, so the caller decides what to show then.
    """
    words = split(text[:LONGEST_QUERY])
    telling = [word for word in words if word not in STOP_WORDS] or words
    if not telling:
        return ""
    *complete, last = telling
    return " AND ".join([f'"{word}"' for word in complete] + [_beginning(last)])


def _beginning(word):
    """Return the condition that a document holds a form of ``word`` or any word beginning so."""
    if len(word) < _SHORTEST_PREFIX:
        return f'"{word}"'
    return f'("{word}" OR "{word}*")'
