"""Patches of a stemming table: how the end of a word is changed into the end of its stem.

A patch is a text of pairs, a command and a letter, carried out from the last letter of the word to the left: ``-`` passes
letters over, ``D`` deletes letters (``a`` one, ``b`` two …), ``R`` replaces one by the letter, ``I`` puts the letter in.
"""

PASS, DELETE, REPLACE, INSERT = "-DRI"
#: What a trie answers where the patch is complete.
END = "*"


def pairs(patch):
    """Return the commands of a patch with their letters."""
    return zip(patch[::2], patch[1::2], strict=False)


def count(letter):
    """Return the number that a letter stands for: ``a`` is one."""
    return ord(letter) - ord("a") + 1


def length(patch):
    """Return how many letters of the word a patch goes over."""
    lengths = {PASS: count, DELETE: count, REPLACE: lambda _letter: 1, INSERT: lambda _letter: 0}
    return sum(lengths[command](letter) for command, letter in pairs(patch))


def begins_by_passing(part):
    """Tell whether the first command passes letters over."""
    return part.startswith(PASS)


def cannot_follow(before, part):
    """Tell whether a part repeats the command that the part before ended with, which no sound patch does."""
    last = before[-2:-1]
    return last in (PASS, DELETE) and part.startswith(last)


def applied(patch, word):
    """Return a word changed by a patch; what does not fit the word ends the changing.

    Parameters:
        patch: text of pairs.
        word: a word, not empty.
    """
    letters = list(word)
    place = len(letters) - 1
    for command, letter in pairs(patch):
        if command == PASS:
            place -= count(letter)
            continue
        start, end = _span(command, letter, place)
        if start < 0 or end > len(letters):
            break
        letters[start:end] = "" if command == DELETE else letter
        place = start - 1
    return "".join(letters)


def _span(command, letter, place):
    """Return where the letters begin and end that a command replaces."""
    if command == INSERT:
        return place + 1, place + 1
    return place + 1 - (count(letter) if command == DELETE else 1), place + 1
