"""What narrows the register of records: choices of the selects."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.records.rules.parameters import HELD
from czest.qms.records.views.category_words import in_words
from czest.qms.register.views.narrowing import RegisterNarrowing
from czest.qms.register.views.narrowing import units
from functools import cached_property
from zope.component import getUtility


class RecordsNarrowing(RegisterNarrowing):
    """Choices for a question to the register of records; the state is chosen by the tabs.

    Parameters:
        answer: the RecordsAnswer, which knows the series that the person may see and the values in use.
    """

    SELECTS = {
        "series": _("Series"),
        "unit": _("Organisational unit"),
        "jrwa_class": _("JRWA class"),
        "category": _("Archival category"),
        "year": _("Year"),
        "held": _("Hold"),
    }

    def __init__(self, parameters, base, request, answer):
        super().__init__(parameters, base, request)
        self.answer = answer

    @cached_property
    def choices(self):
        title = getUtility(IClassification).title
        return {
            "series": [(brain.symbol, f"{brain.symbol} {brain.Title}") for brain in self.answer.series.values()],
            "unit": units(),
            "jrwa_class": [(token, title("jrwa", token)) for token in self.answer.used("jrwa_class")],
            "category": [(category, in_words(category)) for category in self.answer.used("category")],
            "year": [(str(year), str(year)) for year in reversed(self.answer.used("year"))],
            "held": [(HELD, _("disposal on hold"))],
        }


class SeriesNarrowing(RecordsNarrowing):
    """The same for the records of one series: it has one unit, and the series is not chosen."""

    SELECTS = {name: RecordsNarrowing.SELECTS[name] for name in ("jrwa_class", "category", "year", "held")}
