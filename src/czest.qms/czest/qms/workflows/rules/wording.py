"""Reading the office's words for states and transitions: each may be shown, and no two can be taken for one another."""

from czest.qms.workflows.rules.adjustments import LANGUAGES
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import UNKNOWN
from czest.qms.workflows.rules.problems import WRONG_TYPE
import re
import unicodedata


#: Longest title and longest description in characters.
TITLE, DESCRIPTION = 60, 300
MARKUP = re.compile(r"[<>]|\$\{")

LENGTH = _("Write between 1 and ${most} characters.")
NO_MARKUP = _("Write plain text: no line breaks, no markup and no fields.")
FOREIGN = _("Write Latin letters: ${character} can be taken for another one.")
SAME_WORD = _("Another state of the same workflow is called ${word} already.")
SAME_TRANSITION = _("Another transition of the same workflow is called ${word} already.")
TAKEN = _("The English word ${word} names something else already.")


def normal(word):
    """Return a word in the form in which it is kept: compatible characters as one (NFKC), single blanks."""
    return " ".join(unicodedata.normalize("NFKC", word).split())


def foreign(word):
    """Return the first letter, mark or digit of a normal word that is not of the Latin script, or None.

    Such as the Cyrillic а, which nobody can tell from an a, or a mark that is not seen.
    """
    return next((character for character in word if not character.isascii() and _is_foreign(character)), None)


def _is_foreign(character):
    return unicodedata.category(character)[0] in "LMN" and not unicodedata.name(character, "").startswith("LATIN ")


class Wording:
    """Reads the words.

    Parameters:
        reading: the :class:`~czest.qms.workflows.rules.reading.Reading` that gathers what is wrong.
    """

    def __init__(self, reading):
        self.reading = reading
        self.known = reading.known
        self.refuse = reading.refuse

    def words(self, msgid, value, field):
        """Return ``{language: word}``."""
        is_title = msgid in self.known.titles()
        if not is_title and msgid not in self.known.descriptions():
            return self.refuse(field, UNKNOWN, name=msgid)
        words = {}
        for language, written, place in self.reading.entries(value, field):
            if language not in LANGUAGES:
                self.refuse(place, UNKNOWN, name=language)
                continue
            word = self.word(written, place, TITLE if is_title else DESCRIPTION)
            if word is not None and word != self.known.shipped_word(msgid, language):
                words[language] = word
        return words or None

    def word(self, written, field, most):
        """Return a word that may be shown in its normal form; None if it may not, which is a problem."""
        if not isinstance(written, str):
            return self.refuse(field, WRONG_TYPE)
        word = normal(written)
        if not 0 < len(word) <= most:
            return self.refuse(field, LENGTH, most=str(most))
        # A line break is a blank in the normal form, so it is looked for before.
        if len(written.strip().splitlines()) > 1 or MARKUP.search(word) or not word.isprintable():
            return self.refuse(field, NO_MARKUP)
        character = foreign(word)
        if character is not None:
            return self.refuse(field, FOREIGN, character=f"{character} (U+{ord(character):04X})")
        return word

    def refuse_same(self, read):
        """Name words of the office that make two things look the same, or could not be told apart in a definition."""
        for workflow_id in self.known.definitions:
            states = self.known.state_titles(workflow_id, read.optional_states)
            self._refuse_same(read, states, SAME_WORD)
            self._refuse_same(read, self.known.transition_titles(workflow_id, read.optional_states), SAME_TRANSITION)
        self._refuse_taken_english(read)

    def _refuse_same(self, read, titles, message):
        for language in LANGUAGES:
            shown = {title: self._shown(read, title, language) for title in titles}
            for title in titles:
                others = {normal(word).casefold() for other, word in shown.items() if other != title}
                if language in read.words.get(title, {}) and shown[title].casefold() in others:
                    self.refuse(f"words.{title}.{language}", message, word=shown[title])

    def _refuse_taken_english(self, read):
        """Name English words that a definition could not tell from those of something else."""
        shipped = self.known.titles() | self.known.descriptions()
        for msgid, words in read.words.items():
            english = words.get("en")
            others = [other.get("en") for name, other in read.words.items() if name != msgid]
            if english and (english in others or english in shipped - {msgid}):
                self.refuse(f"words.{msgid}.en", TAKEN, word=english)

    def _shown(self, read, msgid, language):
        """Return the word that is shown for a msgid."""
        return read.words.get(msgid, {}).get(language) or self.known.shipped_word(msgid, language)
