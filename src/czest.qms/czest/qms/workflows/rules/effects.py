"""What adjustments come to: the records that lower rooms read, and the states in which objects get other rights."""

from czest.qms.workflows.rules.adjustments import LANGUAGES


def words_by_language(adjustments, shipped_word):
    """Return the words of an office as screens look them up: language → English word → word shown.

    A live definition calls a state by the office's English word: that one is looked up too, so that whoever reads the
    definition shows the same word.

    Parameters:
        shipped_word: function of msgid and language that returns the word as shipped.
    """
    found = {language: {} for language in LANGUAGES}
    for msgid, words in adjustments.words.items():
        english = words.get("en")
        for language in LANGUAGES:
            if language in words:
                found[language][msgid] = words[language]
            if english and language != "en":
                found[language][english] = words.get(language) or shipped_word(msgid, language)
    return {language: words for language, words in found.items() if words}


def states_with_other_rights(before, after):
    """Return ``{state: {permission: (roles that lose it, roles that get it)}}`` of the states that both have.

    Parameters:
        before, after: :class:`Definition` of the same workflow.
    """
    found = {}
    for state in before.states.keys() & after.states.keys():
        had, has = before.states[state].permissions, after.states[state].permissions
        changed = {
            permission: (had[permission].roles - has[permission].roles, has[permission].roles - had[permission].roles)
            if permission in had and permission in has
            else (frozenset(), frozenset())
            for permission in {*had, *has}
            if had.get(permission) != has.get(permission)
        }
        if changed or set(before.permissions) != set(after.permissions):
            found[state] = changed
    return found
