"""Making a series: one class, one schedule of keeping (ISO 15489; ARCH-2, ARCH-3)."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.checks import check_distribution
from czest.qms.documents.checks import raise_all
from czest.qms.documents.openness import check_basis
from czest.qms.documents.openness import usual_basis
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.records.checks import check_class
from czest.qms.records.checks import check_documents
from czest.qms.records.making import make_series
from czest.qms.records.operations.base import MANAGE
from czest.qms.records.rules.series import usual_symbols
from czest.qms.records.rules.symbols import is_series_symbol
from czest.qms.records.schema import ISeriesData
from plone.autoform import directives
from zope import schema
from zope.component import getUtility


KIND = "Record"


class IMakeSeries(ISeriesData):
    """Input of a new series."""

    directives.order_before(symbol="*")
    symbol = schema.TextLine(
        title=_("Symbol"),
        description=_("Such as Z-PS04. Left empty, it follows from the procedure or from unit and class."),
        required=False,
        max_length=40,
    )


def completed(values):
    """Return the values of a series with what follows from its class and from the usual openness of records."""
    classification = getUtility(IClassification)
    term = classification.term("jrwa", values["jrwa_class"])
    openness = values.get("openness") or classification.default_openness(KIND)
    return {
        "form": "",
        "record_form": None,
        **values,
        "archival_category": values.get("archival_category") or term.category,
        "openness": openness,
        "openness_basis": values.get("openness_basis") or usual_basis(KIND, openness),
        "access": values.get("access") or "staff",
        "distribution": values.get("distribution") or [],
    }


def free_symbol(container, values):
    """Return the first free symbol that fits a series."""
    fitting = usual_symbols(values["procedure"], values["owner_unit"], values["jrwa_class"])
    return next(symbol for symbol in fitting if symbol not in container)


def check_series_symbol(container, symbol):
    """Return what is wrong with a symbol chosen by hand, as ``(field, Message)`` pairs."""
    if not symbol:
        return []
    if not is_series_symbol(symbol):
        return [("symbol", _("A symbol has capital letters, digits and hyphens, such as Z-PS04."))]
    if symbol in container:
        return [("symbol", _("Symbol ${symbol} is taken.", mapping={"symbol": symbol}))]
    return []


def details_of_series(series):
    """Return what the trail tells of a new series."""
    return {"jrwa_class": series.jrwa_class, "archival_category": series.archival_category}


class MakeSeries(Operation):
    """Open a series of records."""

    id = "make-series"
    title = _("Open a series")
    heading = _("A new series of records")
    done = _("The series was opened.")
    not_done = _("Not opened.")
    busy = _("Opening…")
    icon = "archive"
    schema = IMakeSeries
    permission = MANAGE
    order = 20
    who = (OFFICER, ARCHIVIST)

    def check(self, data):
        raise_all(
            check_series_symbol(self.context, data["symbol"])
            + check_documents(data)
            + check_class(data)
            + check_distribution(data)
            + check_basis(KIND, data["openness"], data["openness_basis"])
        )

    def write(self, data):
        values = completed({name: value for name, value in data.items() if name != "symbol"})
        series = make_series(self.context, data["symbol"] or free_symbol(self.context, values), values)
        return Outcome(series, details=details_of_series(series))
