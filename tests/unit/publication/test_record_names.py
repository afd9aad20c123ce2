"""Names by which a record and its files go in a publication."""

from collections import namedtuple
from czest.qms.publication.records.naming import kind_of
from czest.qms.publication.records.naming import named_apart
import pytest


File = namedtuple("File", "filename")


@pytest.mark.parametrize(
    ("record_form", "kind"), [("audit-report", "AuditReport"), ("nonconformity", "Nonconformity"), (None, "Record")]
)
def test_the_kind_of_a_record_is_that_of_its_fields(record_form, kind):
    assert kind_of(record_form) == kind


def test_files_of_one_name_are_told_apart_and_none_is_lost():
    files = [File(name) for name in ("a.pdf", "a.pdf", "a (2).pdf", "bez rozszerzenia", "bez rozszerzenia", "a.pdf")]
    named = named_apart(files)
    assert list(named.values()) == files
    assert list(named) == [
        "a.pdf",
        "a (2).pdf",
        "a (2) (2).pdf",
        "bez rozszerzenia",
        "bez rozszerzenia (2)",
        "a (3).pdf",
    ]
