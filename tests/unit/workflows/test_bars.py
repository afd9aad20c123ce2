"""Bars of a trend: as tall as they count, each with its number and a link."""

from czest.qms.workflows.rules import bars
from lxml import etree


SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_tall_as_they_count():
    items = [
        {"count": count, "label": "sty", "name": f"styczeń: {count}", "url": f"?n={count}&x"} for count in (0, 2, 4)
    ]
    root = etree.fromstring(bars.bars(items, "Weszło & czeka", "t"))
    assert [int(one.get("height")) for one in root.iter(f"{SVG}rect")] == [0, bars.HEIGHT // 2, bars.HEIGHT]
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["?n=0&x", "?n=2&x", "?n=4&x"]
    assert [link.get("aria-label") for link in root.iter(f"{SVG}a")][2] == "styczeń: 4"
    assert root.find(f"{SVG}title").text == "Weszło & czeka"


def test_months_without_anything_have_bars_of_no_height():
    root = etree.fromstring(bars.bars([{"count": 0, "label": "", "name": "", "url": ""}], "", "t"))
    assert root.find(f"{SVG}a/{SVG}rect").get("height") == "0"
    assert etree.fromstring(bars.bars([], "", "t")).findall(f"{SVG}a") == []
