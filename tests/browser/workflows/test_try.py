def test_try(office, window):
    portal = office.portal
    office.in_force(office.register())
    office.submitted(office.register(title="Druga"))
    page = window("pelnomocnik", f"{portal.absolute_url()}/@@workflows?state=pending_approval")
    page.screenshot(path="/tmp/h-panel-1.png", full_page=True)
    for n, query in enumerate(
        (
            "workflows?workflow=qms_disposal_workflow",
            "workflow-deadlines",
            "workflow-law",
            "workflow-templates",
            "workflows?workflow=qms_bulletin_entry_workflow",
            "workflows?workflow=qms_record_workflow",
        ),
        2,
    ):
        page.goto(f"{portal.absolute_url()}/@@{query}")
        page.screenshot(path=f"/tmp/h-panel-{n}.png", full_page=True)
    page = window("pelnomocnik", f"{portal.absolute_url()}/@@workflows", "phone")
    page.screenshot(path="/tmp/h-panel-phone.png", full_page=True)
