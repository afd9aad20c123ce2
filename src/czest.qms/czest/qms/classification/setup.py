"""The first data of a new site."""

import csv
from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules.files import read
from czest.qms.classification.rules.schemes import SCHEMES
from importlib.resources import files
from zope.component import getUtility


def install(site):
    """Fill the schemes of ``site`` that are empty and the defaults of openness that are unset.

    What the office has changed stays, so a second call changes nothing.
    """
    classification = getUtility(IClassification, context=site)
    for scheme in SCHEMES.values():
        if not classification.terms(scheme.name):
            classification.replace(scheme.name, shipped(scheme))
    for row in csv.DictReader(_data("default_openness.csv").splitlines(), delimiter=";"):
        if row["rodzaj"] not in classification.openness_kinds():
            classification.set_default_openness(row["rodzaj"], row["jawnosc"], row["podstawa"])


def shipped(scheme):
    """Return the terms that come with the package.

    Raises:
        ValueError: the file has faults.
    """
    table = read(scheme, _data(f"{scheme.name}.csv"))
    if table.faults:
        raise ValueError(f"{scheme.name}.csv: {table.faults}")
    return table.terms


def _data(name):
    return files("czest.qms.classification").joinpath("data", name).read_text(encoding="utf-8")
