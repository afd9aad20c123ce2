"""Vocabularies of classification for forms, REST and facets."""

from czest.qms import _
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.symbols import COMMON_CATEGORIES
from czest.qms.classification.rules.symbols import is_archival_category
from czest.qms.classification.rules.terms import label
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyTokenized)
class SchemeVocabulary:
    """The terms of one scheme that documents may carry.

    A term no longer valid stays, marked, because documents keep it; whether it may be chosen anew says
    ``IClassification.usable``.
    """

    def __init__(self, classification, scheme):
        self.classification = classification
        self.scheme = SCHEMES[scheme]

    def __contains__(self, value):
        return self.classification is not None and self.classification.known(self.scheme.name, value)

    def __iter__(self):
        terms = () if self.classification is None else self.classification.terms(self.scheme.name)
        for token in dict.fromkeys(term.token for term in terms):
            if token in self:
                yield self.getTerm(token)

    def __len__(self):
        return sum(1 for _term in self)

    def getTerm(self, value):
        """Return the term of a token. Raises LookupError where no document may carry it."""
        if value not in self:
            raise LookupError(value)
        term = self.classification.term(self.scheme.name, value)
        title = label(self.scheme, term)
        if not term.is_valid_on(clock.today()):
            title = _("${title} (no longer valid)", mapping={"title": title})
        return SimpleTerm(value, value, title)

    getTermByToken = getTerm


class ArchivalCategoryVocabulary(SimpleVocabulary):
    """The common categories; any other of the right form (ARCH-3) is contained too."""

    def __contains__(self, value):
        return isinstance(value, str) and is_archival_category(value)

    def getTerm(self, value):
        """Return the term of a category. Raises LookupError where it is none."""
        if value not in self:
            raise LookupError(value)
        return SimpleTerm(value, value, value)

    getTermByToken = getTerm


def _of_scheme(scheme):
    @provider(IVocabularyFactory)
    def factory(context):
        return SchemeVocabulary(queryUtility(IClassification), scheme)

    return factory


processes = _of_scheme("process")
iso_clauses = _of_scheme("iso_clause")
control_standards = _of_scheme("control_standard")
jrwa_classes = _of_scheme("jrwa")
openness_bases = _of_scheme("openness_basis")


@provider(IVocabularyFactory)
def archival_categories(context):
    """Categories of records (rozporządzenie MKiDN of 20.10.2015, annex 1)."""
    return ArchivalCategoryVocabulary([SimpleTerm(category, category, category) for category in COMMON_CATEGORIES])


@provider(IVocabularyFactory)
def openness(context):
    """Degrees of openness (BIP-1)."""
    return SimpleVocabulary(
        [
            SimpleTerm("bip", "bip", _("BIP (duty to publish)")),
            SimpleTerm("public_optional", "public_optional", _("Open, publication optional")),
            SimpleTerm("on_request", "on_request", _("On request")),
            SimpleTerm("internal", "internal", _("Internal")),
        ]
    )


@provider(IVocabularyFactory)
def access(context):
    """Who of the staff may read."""
    return SimpleVocabulary(
        [
            SimpleTerm("staff", "staff", _("All staff")),
            SimpleTerm("distribution", "distribution", _("Distribution list only")),
        ]
    )
