"""Fixtures of the whole suite; the layers of Plone are in ``support.layers``."""

import os
from pathlib import Path
import pytest


# As in every running instance: a fresh checkout has no compiled translations yet. Read when zope.i18n is imported.
os.environ["zope_i18n_compile_mo_files"] = "true"  # noqa: SIM112 (its own spelling)

pytest_plugins = ["pytest_plone", "support.libreoffice", "support.searches"]


@pytest.fixture(autouse=True)
def head_log_outside_the_tree(tmp_path, monkeypatch):
    """Keep the log of heads of every test, and its checkpoints, in a directory of its own."""
    path = tmp_path / "evidence" / "trail-heads.jsonl"
    monkeypatch.setenv("QMS_HEAD_LOG", str(path))
    return path


ROOT = Path(__file__).parents[1]
SAMPLE = "urzad-miasta-z-nowym-certyfikatem-iso.txt"


@pytest.fixture(scope="session")
def sample_text():
    """Bytes of the real press release, which is kept outside the project.

    ``QMS_SAMPLES`` names its directory. Absent, it skips a test with a line and fails it under ``CI=true``.
    """
    path = ROOT / os.environ.get("QMS_SAMPLES", "../shared/samples") / SAMPLE
    if path.is_file():
        return path.read_bytes()
    message = f"The sample {path} is not there; set QMS_SAMPLES."
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def pytest_configure(config):
    """Load the layers of Plone unless only the pure tests run: importing Plone takes seconds."""
    if not all("tests/unit" in argument for argument in config.args):
        config.pluginmanager.import_plugin("support.layers")
        config.pluginmanager.import_plugin("support.bulletin")
        config.pluginmanager.import_plugin("support.prepared")
