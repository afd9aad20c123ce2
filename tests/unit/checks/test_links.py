from checks import links


def test_links_that_lead_nowhere(tmp_path):
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    (tmp_path / "README.md").write_text("[docs](docs/) [web](https://example.org/x) [gone](docs/gone.md)")
    (tmp_path / "docs" / "reference" / "make.md").write_text(
        "[up](../../README.md#part) ![picture](missing.png) [here](#x)"
    )
    assert links.findings(tmp_path) == [
        "README.md links to docs/gone.md, which is not there.",
        "docs/reference/make.md links to missing.png, which is not there.",
    ]
