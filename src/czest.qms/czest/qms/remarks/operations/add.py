"""Making a remark on a passage of the text, on a place of a file, or on the whole edition."""

from czest.qms import _
from czest.qms.documents.history import entries_backwards
from czest.qms.documents.making import uid_of
from czest.qms.operations.errors import InvalidInput
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.operations.base import LONGEST
from czest.qms.remarks.operations.base import RemarkOperation
from czest.qms.remarks.operations.base import saying
from czest.qms.remarks.reading import passages
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.rules.anchors import Anchor
from czest.qms.remarks.rules.anchors import anchor_at
from czest.qms.remarks.rules.anchors import sought
from czest.qms.remarks.rules.passages import normalised
from czest.qms.remarks.rules.words import words_of
from plone.supermodel.model import Schema
from plone.supermodel.model import SchemaClass
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Fields that say where the passage is.
PASSAGE = ("paragraph", "quote", "prefix", "suffix", "position")
#: Signs of a paragraph shown in the list to choose from.
SHOWN = 80


class IAddRemark(Schema):
    """Input of a remark."""

    paragraph = schema.Int(
        title=_("Paragraph"), description=_("Its number, from 1: @remarks lists them."), required=False, min=1
    )
    quote = schema.Text(
        title=_("Passage"),
        description=_("Words of the text that the remark is about; without them, the whole paragraph."),
        required=False,
        default="",
        max_length=LONGEST,
    )
    prefix = schema.TextLine(title=_("Words before the passage"), required=False, default="", max_length=400)
    suffix = schema.TextLine(title=_("Words behind the passage"), required=False, default="", max_length=400)
    position = schema.Int(title=_("Where the passage begins"), required=False, min=0)
    place = schema.TextLine(
        title=_("Place in the file"),
        description=_("Page, section or table; without it, the remark is about the whole edition."),
        required=False,
        default="",
        max_length=200,
    )
    text = schema.Text(title=_("Remark"), max_length=LONGEST)
    digest = schema.TextLine(
        title=_("Digest of the content that was read"),
        description=_("Where the text has changed since, the remark is kept and marked."),
        required=False,
        max_length=64,
    )


class AddRemark(RemarkOperation):
    """Make a remark."""

    id = "add-remark"
    title = _("Add a remark")
    heading = _("A remark on edition ${number} of ${symbol}")
    done = _("The remark was added.")
    schema = IAddRemark
    order = 60
    possible_in = rules.REMARKED_IN

    def consequences(self):
        return [
            _("Those who work on the edition see the remark; readers of the document never do."),
            _("The content, its digest and the signatures stay as they are."),
        ]

    def defaults(self):
        return {"digest": self.context.digest}

    def withheld(self):
        return ("place",) if passages(self.context).text else PASSAGE

    @property
    def form_schema(self):
        """The same with the paragraphs of this very text to choose from."""
        return SchemaClass(
            "IAddRemarkForm",
            (IAddRemark,),
            {"paragraph": schema.Choice(title=_("Paragraph"), vocabulary=self._paragraphs(), required=False)},
            __module__=__name__,
        )

    def _paragraphs(self):
        text, paragraphs = passages(self.context).text, passages(self.context).paragraphs
        return SimpleVocabulary(
            [
                SimpleTerm(number, str(number), beginning(text[paragraph.start : paragraph.end], paragraph))
                for number, paragraph in enumerate(paragraphs, 1)
            ]
        )

    def check(self, data):
        self._anchor(data)

    def write(self, data):
        threads = rules.begun(
            threads_of(self.context), self._anchor(data), data["digest"] or self.context.digest, self._said(data)
        )
        return self.keep(threads, threads[-1])

    def _said(self, data):
        return saying(rules.REMARK, data["text"])

    def _anchor(self, data):
        """Return the passage that is meant.

        Raises:
            InvalidInput: nothing is said, or the text has no such paragraph or passage and never had.
        """
        if not data["text"].strip():
            refuse("text", _("This field is required."))
        is_past = self._is_past(data["digest"])
        text = passages(self.context).text
        if not text and not is_past and (data["paragraph"] or normalised(data["quote"] or "")):
            refuse("quote", _("This edition has no text of its own: name the place in the file."))
        within = self._paragraph(data, text, is_past)
        quote = normalised(data["quote"] or "")
        if not quote:
            return anchor_at(text, *within) if within else Anchor(place=normalised(data["place"] or ""))
        return self._quoted(data, text, within, is_past)

    def _paragraph(self, data, text, is_past):
        """Return the place of the paragraph chosen, or None."""
        number, paragraphs = data["paragraph"], passages(self.context).paragraphs
        if not number or is_past:
            # Numbers of paragraphs of an earlier text say nothing in this one.
            if number and not normalised(data["quote"] or ""):
                refuse("paragraph", _("The text has changed meanwhile: choose the paragraph again."))
            return None
        if number > len(paragraphs):
            refuse("paragraph", _("The text has no such paragraph."))
        return paragraphs[number - 1].start, paragraphs[number - 1].end

    def _quoted(self, data, text, within, is_past):
        """Return the anchor of words quoted."""
        begins, ends = within or (0, len(text))
        wanted = Anchor(
            quote=normalised(data["quote"]),
            prefix=normalised(data["prefix"] or ""),
            suffix=normalised(data["suffix"] or ""),
            position=data["position"],
        )
        if is_past and words_of(wanted.quote):
            # What was read is kept as it was; where it is now is found when it is shown.
            return wanted
        found = sought(text[begins:ends], wanted if within is None else Anchor(quote=wanted.quote))
        anchor = anchor_at(text, begins + found[0], begins + found[1]) if found else None
        if anchor is None:
            refuse("quote", _("The text has no such passage."))
        return anchor

    def _is_past(self, digest):
        """Tell whether a digest is that of an earlier content of this edition.

        Raises:
            InvalidInput: this edition never had such a content.
        """
        if not digest or digest == self.context.digest:
            return False
        entries = entries_backwards(uid_of(self.context.document), uid_of(self.context))
        if not any(entry.digest == digest for entry in entries):
            refuse("digest", _("This edition never had a content with this digest."))
        return True


def beginning(text, paragraph):
    """Return how a paragraph stands in a list: its beginning, headings of sections without more."""
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]}…"
    return shown if paragraph.is_heading else f"– {shown}"


def refuse(field, message):
    """Refuse because of one field.

    Raises:
        InvalidInput: always.
    """
    raise InvalidInput(_("Not kept."), [(field, message)])
