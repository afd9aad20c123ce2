"""Hostile containers."""

from czest.qms.documents.files import archives
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.archives import BrokenArchive
from czest.qms.documents.files.archives import EncryptedArchive
from czest.qms.documents.files.archives import OversizedArchive
from hypothesis import given
from hypothesis import strategies as st
import pytest
import struct
import tracemalloc


def test_an_entry_is_read_up_to_the_limit(make_zip):
    archive = Archive(make_zip({"a": b"12345"}))
    assert archive.read("a", 3) == b"123"
    assert archive.read("nie ma", 3) == b""


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06", b"PK\x03\x04" + bytes(100)])
def test_no_directory_is_broken(data):
    with pytest.raises(BrokenArchive):
        Archive(data)


def test_a_directory_out_of_place_is_broken(make_zip):
    data = bytearray(make_zip({"a": b"1"}))
    struct.pack_into("<I", data, len(data) - 10, 1_000_000)
    with pytest.raises(BrokenArchive):
        Archive(bytes(data))


def test_a_damaged_entry_is_broken_when_read(make_zip):
    data = make_zip({"a": b"1" * 1000})
    start = data.index(b"a") + 1
    damaged = data[:start] + b"\xff" * 4 + data[start + 4 :]
    with pytest.raises(BrokenArchive):
        Archive(damaged).read("a", 1000)


def test_an_encrypted_entry_is_named(make_zip):
    data = bytearray(make_zip({"a": b"1"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedArchive):
        Archive(bytes(data))


def test_a_bomb_is_refused_without_inflating_it(make_zip):
    data = make_zip({"a": bytes(archives.RATIO_FREE + 1)})
    tracemalloc.start()
    with pytest.raises(OversizedArchive):
        Archive(data)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < archives.RATIO_FREE / 10


def test_a_declared_size_over_the_limit_is_refused(make_zip):
    data = bytearray(make_zip({"a": b"1"}))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, archives.EXPANDED_LIMIT + 1)
    with pytest.raises(OversizedArchive):
        Archive(bytes(data))


def test_too_many_entries_are_refused(make_zip, monkeypatch):
    data = make_zip({str(number): b"" for number in range(4)})
    assert len(Archive(data).names) == 4
    monkeypatch.setattr(archives, "ENTRIES_LIMIT", 3)
    with pytest.raises(OversizedArchive):
        Archive(data)


def test_a_large_directory_is_refused_before_it_is_read(make_zip, monkeypatch):
    monkeypatch.setattr(archives, "DIRECTORY_LIMIT", 10)
    with pytest.raises(OversizedArchive):
        Archive(make_zip({"a": b""}))


def test_entries_beyond_the_declared_count_are_refused(make_zip, monkeypatch):
    data = bytearray(make_zip({str(number): b"" for number in range(4)}))
    struct.pack_into("<HH", data, len(data) - 14, 1, 1)
    monkeypatch.setattr(archives, "ENTRIES_LIMIT", 3)
    with pytest.raises(OversizedArchive):
        Archive(bytes(data))


def test_the_64_bit_extension_is_refused(make_zip):
    data = make_zip({"a": b""})
    end = data.rindex(b"PK\x05\x06")
    with pytest.raises(OversizedArchive):
        Archive(data[:end] + b"PK\x06\x07" + bytes(16) + data[end:])


def test_an_expanding_document_within_reason_passes(make_zip):
    assert Archive(make_zip({"a": bytes(archives.RATIO_FREE // 2)})).names == {"a"}


@given(st.data())
def test_mutated_containers_never_crash(docx_file, data):
    position = data.draw(st.integers(0, len(docx_file) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=20))
    mutated = docx_file[:position] + junk + docx_file[position + len(junk) :]
    try:
        archive = Archive(mutated)
        for name in archive.names:
            assert len(archive.read(name, 1000)) <= 1000
    except (BrokenArchive, EncryptedArchive, OversizedArchive):
        pass
