"""What the forms of review and approval ask: the same as their schemas, with the usual meanings to choose from.

The meaning is stored as text; clients of the REST API may send another (SIG-2).
"""

from czest.qms import _
from czest.qms.approval.operations.base import ISignature
from plone.autoform import directives
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def meanings(*words):
    """Return a vocabulary of meanings, which are content and so not translated."""
    return SimpleVocabulary([SimpleTerm(word, f"meaning-{place}", word) for place, word in enumerate(words)])


REVIEW_MEANINGS = meanings(
    "Sprawdzono",
    "Sprawdzono pod względem merytorycznym",
    "Sprawdzono pod względem formalnoprawnym",
)
OPINION_MEANINGS = meanings("Opiniuję bez uwag", "Opiniuję z uwagami", "Opiniuję negatywnie")
APPROVAL_MEANINGS = meanings("Zatwierdzam do stosowania", "Zatwierdzam z up. Prezydenta Miasta")


class IReviewForm(ISignature):
    """The form of the review."""

    directives.widget("meaning", RadioFieldWidget)
    directives.order_before(meaning="comment")
    meaning = schema.Choice(title=_("Meaning of the signature"), vocabulary=REVIEW_MEANINGS)


class IOpinionForm(ISignature):
    """The form of the opinion."""

    directives.widget("meaning", RadioFieldWidget)
    directives.order_before(meaning="comment")
    meaning = schema.Choice(title=_("Meaning of the signature"), vocabulary=OPINION_MEANINGS)


class IApproveForm(ISignature):
    """The form of the approval."""

    directives.widget("meaning", RadioFieldWidget)
    directives.order_before(meaning="comment")
    directives.order_before(effective_from="comment")
    meaning = schema.Choice(title=_("Meaning of the signature"), vocabulary=APPROVAL_MEANINGS)
    effective_from = schema.Date(
        title=_("Effective from"),
        description=_("The day on which the edition comes into force."),
        required=False,
    )
