"""Forms of symbols."""

from czest.qms.classification.rules.symbols import COMMON_CATEGORIES
from czest.qms.classification.rules.symbols import is_archival_category
import pytest


@pytest.mark.parametrize("text", [*COMMON_CATEGORIES, "B7", "BE99"])
def test_archival_categories(text):
    assert is_archival_category(text)


@pytest.mark.parametrize("text", ["", "a", "B", "BE", "B100", "Bc5", "BC", "A ", "A\n", "B5*", "B٥"])
def test_no_archival_categories(text):
    assert not is_archival_category(text)
