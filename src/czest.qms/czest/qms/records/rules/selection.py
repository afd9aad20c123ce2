"""The parameters by which records are chosen from among all, to be held together; each must be met."""

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
