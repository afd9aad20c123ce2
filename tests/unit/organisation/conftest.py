"""A small office for the tests of the organisation."""

from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from datetime import date
import pytest


@pytest.fixture
def office():
    """OR; FE with FE-EFS under it; a head of FE until June, another from July; two clerks of FE-EFS."""
    return Organisation(
        units=[
            Unit("OR", "Wydział Organizacyjny"),
            Unit("FE", "Fundusze Europejskie i Rozwój"),
            Unit("FE-EFS", "Referat obsługi projektów EFS", "FE"),
        ],
        posts=[
            Post("naczelnik-fe", "Naczelnik Wydziału", "FE", True, frozenset({"approver"})),
            Post("inspektor-efs", "Inspektor", "FE-EFS", False, frozenset({"author", "reviewer"})),
            Post("archiwista", "Archiwista zakładowy", "OR", False, frozenset({"archivist"})),
        ],
        tenures=[
            Tenure(1, "maria", "naczelnik-fe", date(2026, 1, 1), date(2026, 6, 30)),
            Tenure(2, "piotr", "naczelnik-fe", date(2026, 7, 1)),
            Tenure(3, "ewa", "inspektor-efs", date(2026, 1, 1)),
            Tenure(4, "jan", "inspektor-efs", date(2026, 3, 1), date(2026, 3, 31)),
            Tenure(5, "ewa", "archiwista", date(2026, 5, 1)),
        ],
    )
