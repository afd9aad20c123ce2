"""The stylesheet: measured contrast, one file of known sections, nothing from elsewhere."""

from czest.qms.appearance.assets import SECTIONS
from czest.qms.appearance.assets import STATIC
from czest.qms.appearance.assets import stylesheet
import pytest
import re


ROOM = STATIC.parent

#: WCAG 2.1, 1.4.3: text; and 1.4.11: borders of fields and buttons.
TEXT = 4.5
BORDER = 3.0

#: (colour, ground, least contrast); names are custom properties, or colours as written.
PAIRS = [
    ("--ink", "--paper", TEXT),
    ("--ink", "--ground", TEXT),
    ("--ink-2", "--paper", TEXT),
    ("--ink-2", "--ground", TEXT),
    ("--ink-2", "--sunk", TEXT),
    ("--line-2", "--paper", BORDER),
    ("--line-2", "--ground", BORDER),
    ("--act", "--paper", TEXT),
    ("--act", "--ground", TEXT),
    ("--act", "--act-tint", TEXT),
    ("#ffffff", "--act", TEXT),
    ("#ffffff", "--act-hover", TEXT),
    ("#ffffff", "--navy", TEXT),
    ("--navy-text", "--navy", TEXT),
    ("--navy-text", "--navy-deep", TEXT),
    ("#ffffff", "--force", TEXT),
    ("--force", "--paper", TEXT),
    ("--force", "--force-tint", TEXT),
    ("--ink", "--force-tint", TEXT),
    ("--soon", "--paper", TEXT),
    ("--soon", "--soon-tint", TEXT),
    ("--past", "--paper", TEXT),
    ("--past", "--past-tint", TEXT),
    ("--void", "--paper", TEXT),
    ("--void", "--void-tint", TEXT),
    ("--wait", "--paper", TEXT),
    ("--wait", "--wait-tint", TEXT),
    ("--ink", "--focus", TEXT),
    ("--focus", "--ink", BORDER),
    ("--focus", "--navy", BORDER),
    ("--added", "--added-tint", TEXT),
    ("--removed", "--removed-tint", TEXT),
    ("--ink", "--hit-tint", TEXT),
]


def tokens():
    source = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    return dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", source))


def luminance(colour):
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#717e8b", "#ffffff") == pytest.approx(4.2, abs=0.1)


@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_contrast_of_the_tokens(colour, ground, least):
    known = tokens()
    assert contrast(known.get(colour, colour), known.get(ground, ground)) >= least


def test_every_section_is_in_the_stylesheet():
    assert sorted(path.stem for path in (STATIC / "css").glob("*.css")) == sorted(SECTIONS)
    assert len(stylesheet()) > sum(path.stat().st_size for path in (STATIC / "css").glob("*.css")) / 2


def test_nothing_is_fetched_from_elsewhere():
    addresses = re.findall(r'url\("?([^")]+)', stylesheet())
    assert addresses
    assert [address for address in addresses if not address.startswith(("data:", "#"))] == []
    assert "@import" not in stylesheet()
    assert "@font-face" not in stylesheet()


def test_nothing_is_styled_by_id():
    selectors = re.findall(r"^([^{}@/*]+)\{", stylesheet(), re.MULTILINE)
    assert selectors
    assert [selector for selector in selectors if re.search(r"#[a-zA-Z]", selector)] == []


def test_every_token_used_is_defined():
    used = set(re.findall(r"var\((--[a-z0-9-]+)", stylesheet()))
    defined = set(re.findall(r"^\s*(--[a-z0-9-]+):", stylesheet(), re.MULTILINE))
    assert used - defined == set()


def test_braces_are_balanced():
    assert stylesheet().count("{") == stylesheet().count("}")


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.pt")), ids=lambda path: path.name)
def test_no_template_carries_its_own_style(path):
    assert not re.search(r'\sstyle="|<style|onclick=', path.read_text(encoding="utf-8"))
