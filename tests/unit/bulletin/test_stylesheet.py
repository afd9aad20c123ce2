"""The one stylesheet of the bulletin: small, measured contrast, nothing from elsewhere."""

from czest.qms.bulletin.static_files import address
from czest.qms.bulletin.static_files import content
from czest.qms.bulletin.static_files import MEDIA_TYPES
from czest.qms.bulletin.static_files import version
import pytest
import re


CSS = content("bip.css").decode()

#: WCAG 2.1, 1.4.3 and 1.4.11: (colour, ground, least contrast).
PAIRS = [
    ("--ink", "--paper", 4.5),
    ("--ink", "--ground", 4.5),
    ("--ink", "--hit-tint", 4.5),
    ("--ink", "--act-tint", 4.5),
    ("--ink-2", "--paper", 4.5),
    ("--ink-2", "--ground", 4.5),
    ("--act", "--paper", 4.5),
    ("--act", "--ground", 4.5),
    ("--act", "--act-tint", 4.5),
    ("--paper", "--act", 4.5),
    ("--paper", "--act-hover", 4.5),
    ("--paper", "--force", 4.5),
    ("--force", "--paper", 4.5),
    ("--past", "--past-tint", 4.5),
    ("--void", "--paper", 4.5),
    ("--line-2", "--paper", 3.0),
    ("--line-2", "--ground", 3.0),
    ("--bip", "--paper", 3.0),
    ("--focus", "--ink", 3.0),
]
COLOURS = dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", CSS))


def luminance(colour):
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_a11y_1_contrast(colour, ground, least):
    lighter, darker = sorted((luminance(COLOURS[colour]), luminance(COLOURS[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least


def test_it_is_small():
    assert len(CSS.encode()) < 30_000


def test_nothing_is_fetched_from_anywhere():
    assert "url(" not in CSS and "@import" not in CSS and "http" not in CSS


@pytest.mark.parametrize("name", MEDIA_TYPES)
def test_another_content_has_another_address(name):
    assert address("https://bip.example", name) == f"https://bip.example/zasoby/{name}?v={version(name)}"
    assert re.fullmatch("[0-9a-f]{12}", version(name))


def test_a_file_that_is_not_served_is_unknown():
    with pytest.raises(KeyError):
        content("../facts.py")
