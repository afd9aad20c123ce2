"""An edition with attachments can be asked for as JSON."""

from support.office import file_named
import transaction


def test_attachments_are_told_by_name_type_and_size(client, office):
    edition = office.draft(office.register(), attachments=[file_named("karta zmian.txt", b"abc")])
    transaction.commit()
    answer = client("autor").get(edition.absolute_url())
    assert answer.status_code == 200, answer.text
    assert answer.json()["attachments"] == [{"filename": "karta zmian.txt", "content-type": "text/plain", "size": 3}]
