"""What an empty list says, and the next step."""

from czest.qms import _
from czest.qms.documents.rules.numbering import is_symbol
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import without_filters


def empty(parameters, base, has_documents):
    """Return the view-model of the macro ``empty``.

    Parameters:
        parameters: the question without an answer.
        base: address of the list without a query.
        has_documents: whether the person may see any document at all.
    """
    if not has_documents:
        return {"sentence": _("There is no document yet."), "step": None, "url": None}
    symbol = parameters.query.upper()
    if parameters.scope == "in-force" and is_symbol(symbol) and not parameters.filters:
        return {
            "sentence": _("There is no document in force with the symbol ${symbol}.", mapping={"symbol": symbol}),
            "step": _("Search among those not in force."),
            "url": address(base, parameters, scope="all"),
        }
    if parameters.query or parameters.filters:
        return {
            "sentence": _("No documents fit these choices."),
            "step": _("Remove the choices."),
            "url": address(base, without_filters(parameters)),
        }
    return {"sentence": _("No documents here."), "step": _("Show all."), "url": address(base, parameters, scope="all")}
