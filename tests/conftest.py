"""Fixtures of the whole suite; the layers of Plone are in the conftest of the folders that need them."""

import pytest


pytest_plugins = ["pytest_plone"]


@pytest.fixture(autouse=True)
def head_log_outside_the_tree(tmp_path, monkeypatch):
    """Keep the log of heads of every test, and its checkpoints, in a directory of its own."""
    path = tmp_path / "evidence" / "trail-heads.jsonl"
    monkeypatch.setenv("QMS_HEAD_LOG", str(path))
    return path
