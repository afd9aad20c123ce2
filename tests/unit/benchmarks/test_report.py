from benchmarks.figures import figures
from benchmarks.pages import Comparison
from benchmarks.pages import Page
from benchmarks.report import data
from benchmarks.report import table
from benchmarks.report import write
import json


PAGE = Page("site", "", "p", 1, "", "p")
COMPARISON = Comparison("library-25", 4, PAGE, {"tabular_view": PAGE, "listing_view": PAGE})
RESULTS = {
    COMPARISON: {
        "ours": figures([0.01], [0.008], 100),
        "tabular_view": figures([0.05], [0.032], 200),
        "listing_view": figures([0.035], [0.02], 300),
    }
}


def test_table_has_the_aim_at_ours_and_the_ratio_at_the_others():
    _head, ours, tabular, listing = (line.split() for line in table(RESULTS).splitlines())
    assert ours == ["library-25", "100.0", "10.0", "10.0", "8.0", "100", "aim:", "4", "times", "tabular_view"]
    assert tabular == ["tabular_view", "20.0", "50.0", "50.0", "32.0", "200", "5.0", "4.0"]
    assert listing[-3:] == ["300", "3.5", "2.5"]


def test_data_names_machine_aim_and_ratios():
    found = data(RESULTS)
    assert found["machine"]["cores"] >= 1
    comparison = found["comparisons"]["library-25"]
    assert comparison["aim"] == 4
    assert {name: round(value, 6) for name, value in comparison["ratios"].items()} == {
        "tabular_view": 5,
        "listing_view": 3.5,
    }
    assert comparison["pages"]["ours"]["size"] == 100


def test_results_are_written_as_json(tmp_path):
    path = write(RESULTS, tmp_path / "bench")
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"time", "machine", "load", "comparisons"}
