"""The parameters by which records are chosen from among all, to be held together; each must be met."""

from czest.qms.records.rules.lifecycle import is_possible
from czest.qms.records.rules.parameters import SCOPES


#: Parameter → index of the catalog.
INDEXES = {
    "unit": "owner_unit",
    "jrwa_class": "jrwa_class",
    "category": "archival_category",
    "state": "review_state",
    "case_sign": "case_sign",
    "year": "record_year",
}

#: Names of all parameters; ``query`` is what a person types into the search, ``series`` the symbol of a series.
PARAMETERS = ("query", "series", *INDEXES)


def conditions(data):
    """Return those of the parameters that say something, by name.

    Parameters:
        data: input by name.
    """
    return {name: data[name] for name in PARAMETERS if data.get(name) not in (None, "")}


#: Narrowings of the register of records that the parameters have no word for.
NOT_EXPRESSED = ("held", "scope")


def carried(question):
    """Return the parameters that choose those records of a list that can be held; None where they cannot say it.

    Parameters:
        question: a ``RecordQuestion``; one that narrows nothing chooses nothing.
    """
    if "held" in question.filters or any(len(values) > 1 for values in question.filters.values()):
        return None
    found = {name: values[0] for name, values in question.filters.items()}
    if question.query:
        found["query"] = question.query
    states = [state for state in SCOPES[question.scope] if found.get("state", state) == state]
    if question.scope != "all":
        if len(states) != 1:
            return None
        found["state"] = states[0]
    if "state" in found and not is_possible("hold", found["state"]):
        return None
    return found or None


def not_expressed(form):
    """Return the names of the parameters of an address that narrow a list and would be lost, in the order of names.

    Parameters:
        form: parameters of the request by name: a text, or a list of texts where it is repeated.
    """
    lost = {name for name in NOT_EXPRESSED if form.get(name) not in (None, "", "all")}
    lost |= {name for name in PARAMETERS if not isinstance(form.get(name, ""), str)}
    year = form.get("year", "")
    if isinstance(year, str) and year and not (year.isascii() and year.isdecimal() and 1900 <= int(year[:9]) <= 9999):
        lost.add("year")
    return sorted(lost)
