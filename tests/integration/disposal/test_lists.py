"""Making a list, its way through the papers, and the end of its records."""

from czest.qms.documents.content import state_of


def test_the_way_of_the_contract(archive_office):
    record = archive_office.record()
    content = archive_office.proposed(record)
    assert state_of(content) == "proposed"
    assert state_of(record) == "disposal_pending"
    assert record.disposal_list == content.UID()
    archive_office.do(content, "record-consent", consent_no="AP.620.7.2026", consent_date=content.made_on)
    assert state_of(content) == "consented"
    archive_office.do(content, "destroy")
    assert state_of(content) == "destroyed"
    assert state_of(record) == "disposed"
