"""The answer of the state archive as a person sends it from the page of a list."""

from czest.qms import _
from czest.qms.disposal.row_numbers import NOT_NUMBERS
from czest.qms.disposal.rules.row_numbers import parsed
from dataclasses import dataclass
from dataclasses import field
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.utils import safe_basename


#: The three answers: to everything but what is on hold, without some rows, to nothing.
WHOLE, PART, REFUSAL = ANSWERS = ("whole", "part", "refusal")

#: Answer → its words.
CHOICES = {
    WHOLE: _("consent to all rows but those on hold"),
    PART: _("consent without the rows named below or ticked on the list"),
    REFUSAL: _("refusal"),
}
LABELS = {
    "consent_no": _("Sign of the consent"),
    "consent_no_hint": _("as in the letter of the archive"),
    "consent_date": _("Date of the consent"),
    "consent_date_hint": _("yyyy-mm-dd"),
    "excluded": _("Rows that it excludes"),
    "excluded_hint": _("only where it excludes some: numbers, such as 3, 7–9"),
    "reason": _("Reason of the exclusion or the refusal"),
    "reason_hint": _("required with both"),
    "letter": _("Letter of the archive"),
    "busy": _("Recording…"),
    "correct": _("Correct what is marked – the other data is kept."),
    "destroy": _("Destroy the records…"),
    "transfer": _("Record the transfer…"),
    "columns": _("Rows of the list with the columns of § 9 ust. 4 of the regulation"),
}


@dataclass
class SentAnswer:
    """What the person has sent.

    Attributes:
        answer: one of ``ANSWERS``, or an empty text.
        consent_no, consent_date, rows, reason: texts as they were typed.
        ticked: set of the numbers of rows ticked on the page.
        confirms: whether the letter says that there is no archival material.
        letter: the file sent, or None.
        errors: Messages by field, for the page.
        general: Messages that are about no field.
    """

    answer: str = ""
    consent_no: str = ""
    consent_date: str = ""
    rows: str = ""
    reason: str = ""
    ticked: frozenset = frozenset()
    confirms: bool = False
    letter: object = None
    errors: dict = field(default_factory=dict)
    general: list = field(default_factory=list)

    def say(self, name, message):
        """Note what is wrong with a field; the first finding is shown."""
        self.errors.setdefault(name, message)

    def numbers(self):
        """Return the numbers of the rows named, ticked or written."""
        try:
            return sorted(self.ticked | set(parsed(self.rows)))
        except ValueError:
            self.say("excluded", NOT_NUMBERS)
            return []


def read_answer(form):
    """Return the ``SentAnswer`` of a request's form; what is no text counts as empty."""

    def text(name):
        value = form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    ticked = form.get("row", [])
    ticked = ticked if isinstance(ticked, list) else [ticked]
    answer = text("answer")
    upload = form.get("letter")
    return SentAnswer(
        answer=answer if answer in ANSWERS else "",
        consent_no=text("consent_no"),
        consent_date=text("consent_date"),
        rows=text("excluded"),
        reason=text("reason"),
        ticked=frozenset(int(one) for one in ticked if isinstance(one, str) and one.isascii() and one.isdigit()),
        confirms=text("confirms") == "1",
        letter=_letter(upload) if getattr(upload, "filename", None) else None,
    )


def _letter(upload):
    return NamedBlobFile(data=upload.read(), filename=safe_basename(upload.filename))
