from checks import sizes


def test_long_module_and_long_function_are_found(tmp_path):
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "fine.py").write_text("def short():\n" + "    pass\n" * 59)
    (folder / "module.py").write_text("x = 1\n" * 401)
    (folder / "function.py").write_text("@decorated\ndef long():\n" + "    pass\n" * 60)
    assert sizes.findings(tmp_path, ["src"]) == [
        "src/function.py:2 long has 61 lines, more than 60.",
        "src/module.py has 401 lines, more than 400.",
    ]
