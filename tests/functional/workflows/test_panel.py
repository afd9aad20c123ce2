"""The panel of workflows: who sees it, and what it shows of a real office."""


def test_try(office, browse, portal):
    office.in_force(office.register())
    office.submitted(office.register(title="Druga"))
    reader = browse("pelnomocnik")
    for query in (
        "",
        "?workflow=qms_disposal_workflow",
        "?workflow=qms_record_workflow&state=filed",
        "?workflow=qms_bulletin_entry_workflow",
        "?workflow=qms_act_workflow",
        "?workflow=qms_series_workflow",
        "?workflow=qms_document_workflow",
        "?workflow=qms_edition_workflow&state=in_review",
    ):
        reader.open(f"{portal.absolute_url()}/@@workflows{query}")
        open("/tmp/h-panel-page.html", "w").write(reader.browser.contents if hasattr(reader, "browser") else "")
    for name in ("@@workflow-templates", "@@workflow-deadlines", "@@workflow-law", "@@workflow-trend.csv"):
        reader.open(f"{portal.absolute_url()}/{name}")
