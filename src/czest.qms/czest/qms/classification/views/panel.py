"""The list of one scheme's terms."""

from czest.qms import _
from czest.qms import clock
from czest.qms.classification.messages import SCHEME_TITLES
from czest.qms.classification.rules.schemes import OPENNESS
from czest.qms.classification.rules.terms import depths
from czest.qms.classification.rules.terms import is_choosable
from czest.qms.classification.views.base import ClassificationView
from plone import api
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: More rows are narrowed by the text field; a whole JRWA has some thousands.
MOST_ROWS = 300


class ClassificationPanel(ClassificationView):
    """Choose a scheme, see its terms, narrow them by a text; below, the default openness by kind of document."""

    title = _("Classification")

    def schemes(self):
        """Return the tabs: name, title and whether it is the present one."""
        return [
            {"name": name, "title": title, "current": name == self.scheme.name} for name, title in SCHEME_TITLES.items()
        ]

    @property
    def narrowing(self):
        return self.asked("text").strip()

    def columns(self):
        """Return which optional columns the scheme has."""
        attributes = self.scheme.columns.values()
        return {"category": "category" in attributes, "openness": "openness" in attributes}

    def matching(self):
        """Return the rows that hold the text, in the order of the table."""
        terms = self.classification.terms(self.scheme.name)
        wanted = self.narrowing.casefold()
        rows = []
        for term, depth in zip(terms, depths(terms), strict=True):
            if wanted in f"{term.token} {term.title} {term.note}".casefold():
                rows.append(self._row(term, depth))
        return rows

    def shown(self, rows):
        """Return the rows that the page shows."""
        return rows[:MOST_ROWS]

    def openness_kinds(self):
        """Return the kinds of document with their titles and their default openness."""
        types = api.portal.get_tool("portal_types")
        return [
            {
                "kind": kind,
                "title": types[kind].Title() if kind in types else kind,
                "openness": self.classification.default_openness(kind),
                "basis": self.classification.default_basis(kind),
            }
            for kind in self.classification.openness_kinds()
        ]

    def degrees(self):
        """Return the terms of the degrees of openness."""
        return list(getUtility(IVocabularyFactory, "czest.qms.Openness")(self.context))

    def bases(self):
        """Return the terms of the legal bases that may be chosen today."""
        vocabulary = getUtility(IVocabularyFactory, "czest.qms.OpennessBases")(self.context)
        return [term for term in vocabulary if self.classification.usable("openness_basis", term.value)]

    def text_field(self):
        """Return the field that narrows the list, for the macro."""
        return {"id": "qms-classification-text", "label": _("Symbol or part of the name")}

    def nothing_found(self):
        """Return what to say of an empty list, for the macro."""
        return {"sentence": _("There is no such item on the list. Change the text or import a file.")}

    def _row(self, term, depth):
        titles = {degree.value: degree.title for degree in self.degrees()}
        return {
            "term": term,
            "indent": f"ps-{min(depth, 5)}",
            "use": self._use(term),
            "openness": [titles[degree] for degree in OPENNESS if degree in term.openness],
        }

    def _use(self, term):
        if not term.is_valid_on(clock.today()):
            return _("not valid today")
        return _("for documents") if is_choosable(self.scheme, term) else _("heading only")
