"""Reports come out of another process: what is not exactly a report is none."""

from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.rules.reports import from_json
from czest.qms.publication.rules.reports import PartHit
from czest.qms.publication.rules.reports import Refusal
from czest.qms.publication.rules.reports import to_json
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


FULL = FileReport(
    format="pdf",
    refusals=(Refusal("size", "x", (("limit", "5"),)),),
    pages=3,
    covered=(1, 2),
    hits=(PartHit("1", "pesel", "44*******59", True, 1),),
)


@pytest.mark.parametrize("report", [FileReport(), FULL])
def test_a_report_comes_back_whole(report):
    assert from_json(to_json(report)) == report


@given(
    st.from_type(type).flatmap(
        lambda _: st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda each: st.lists(each) | st.dictionaries(st.text(), each),
        )
    )
)
def test_nothing_else_is_a_report(values):
    with pytest.raises(ValueError):
        from_json(json.dumps(values))


@given(
    st.sampled_from(sorted(json.loads(to_json(FULL)))), st.sampled_from([None, "x", 7, [1], [None], {"a": 1}, [["a"]]])
)
def test_a_field_of_another_type_is_refused(name, value):
    values = json.loads(to_json(FULL))
    same = type(values[name]) is type(value)
    if not same and not (name == "pages" and value is None):
        with pytest.raises(ValueError):
            from_json(json.dumps({**values, name: value}))


@pytest.mark.parametrize("text", ["", "nonsense", "[" * 100_000, b"\xff", "NaN", json.dumps({"format": "pdf"})])
def test_nonsense_is_refused(text):
    with pytest.raises(ValueError):
        from_json(text)
