"""The digest of an edition."""

from czest.qms.documents.rules.digests import digest_of_bytes
from czest.qms.documents.rules.digests import digest_of_snapshot
from hypothesis import given
from hypothesis import strategies as st


SNAPSHOTS = st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.lists(st.text(max_size=4)), max_size=4)


def test_digest_of_bytes_is_sha_256():
    assert digest_of_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(SNAPSHOTS, SNAPSHOTS)
def test_different_content_has_a_different_digest(one, other):
    assert (digest_of_snapshot(one) == digest_of_snapshot(other)) == (one == other)


@given(SNAPSHOTS)
def test_order_of_fields_does_not_matter(snapshot):
    assert digest_of_snapshot(snapshot) == digest_of_snapshot(dict(reversed(snapshot.items())))
