from checks import eggs


def test_only_empty_folders_are_fine(tmp_path):
    assert eggs.findings(tmp_path / "eggs") == []
    (tmp_path / "eggs" / "v5").mkdir(parents=True)
    assert eggs.findings(tmp_path / "eggs") == []
    (tmp_path / "eggs" / "v5" / "foreign.egg").touch()
    assert eggs.findings(tmp_path / "eggs") == ["v5/foreign.egg was installed by buildout."]
