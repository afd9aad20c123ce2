"""The form of a letter: its subject and text in Polish and English, with the fields that it may name."""

from czest.qms import _
from czest.qms.approval.letters import text_of
from czest.qms.approval.office_letters import all_letters
from czest.qms.approval.rules.letter_texts import LONGEST_SUBJECT
from czest.qms.approval.rules.letter_texts import LONGEST_TEXT
from czest.qms.approval.rules.letter_texts import paragraphs
from czest.qms.approval.rules.letter_texts import written
from czest.qms.workflows.views.base import DEADLINES
from czest.qms.workflows.views.editing.base import EditingPage
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import Group
from czest.qms.workflows.views.editing.fields import LINE
from czest.qms.workflows.views.editing.fields import TEXT
from functools import cached_property
from zExceptions import NotFound
from zope.i18n import translate


LANGUAGES = {"pl": _("Letter in Polish"), "en": _("Letter in English")}
PARTS = (("subject", _("Subject (letter)"), LINE, LONGEST_SUBJECT), ("text", _("Text (letter)"), TEXT, LONGEST_TEXT))


def shipped(letter, language):
    """Return subject and text of a letter as shipped."""
    subject, *text = [translate(_(part), target_language=language) for part in (letter.subject, *letter.text)]
    return {"subject": subject, "text": "\n\n".join(text)}


def same(one, other):
    """Tell whether two letters say the same."""
    return one["subject"].strip() == other["subject"] and paragraphs(one["text"]) == paragraphs(other["text"])


class LetterPage(EditingPage):
    """One letter, which the address names."""

    tab = DEADLINES

    @cached_property
    def letter(self):
        """The letter asked for.

        Raises:
            NotFound: there is no such letter.
        """
        asked = self.request.form.get("letter")
        letter = all_letters().get(asked) if isinstance(asked, str) else None
        if letter is None:
            raise NotFound(str(asked))
        return letter

    @property
    def title(self):
        return _("Letter: ${letter}", mapping={"letter": self.words(_(self.letter.title))})

    @property
    def lead(self):
        """What happens to the fields that may be missing, for a letter that has such."""
        if not self.letter.optional:
            return None
        return _("A paragraph whose field has no value, such as that of a deputy, is left out of the letter.")

    def about(self):
        return {"letter": self.letter.id}

    def back(self):
        return self.address(DEADLINES)

    def groups(self):
        """Return a group for each language."""
        names = {"fields": self.letter.allowed, "required": self.letter.required}
        note = _(
            "Fields that the letter may name: ${fields}. The text must name: ${required}.",
            mapping={name: ", ".join(map(written, fields)) for name, fields in names.items()},
        )
        for language, title in LANGUAGES.items():
            subject, text = text_of(self.letter, language)
            now = {"subject": subject, "text": text}
            yield Group(
                title,
                tuple(
                    Field(
                        name=f"{language}.{part}",
                        path=f"letters.{self.letter.id}.{language}.{part}",
                        label=label,
                        kind=kind,
                        value=now[part],
                        language=language,
                        most=most,
                    )
                    for part, label, kind, most in PARTS
                ),
                note,
            )

    def changes(self):
        """Return the letter in each language; one that is emptied, or says what was shipped, is taken back."""
        changes = {}
        for language, group in zip(LANGUAGES, self.shown_groups, strict=True):
            typed = dict(
                zip(("subject", "text"), (field.typed(self.request.form) for field in group.fields), strict=True)
            )
            is_shipped = not any(typed.values()) or same(typed, shipped(self.letter, language))
            changes[language] = None if is_shipped else typed
        return {"letters": {self.letter.id: changes}}
