"""Recognising the encoding of plain text."""

from czest.qms.documents.files.encoding import decode
from hypothesis import given
from hypothesis import strategies as st
import pytest


PANGRAM = "Zażółć gęślą jaźń. ŹDŹBŁO, ŚWIĘTO, ĄCZKI."
POLISH = st.text(alphabet="abcdefghijklmnoprstuwyz ąćęłńóśźżĄĆĘŁŃÓŚŹŻ,.-\n", min_size=1)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso-8859-2"])
def test_polish_text_is_read_in_its_encoding(encoding):
    assert decode(PANGRAM.encode(encoding)) == (PANGRAM, encoding)


def test_a_byte_order_mark_is_dropped():
    assert decode(PANGRAM.encode("utf-8-sig")) == (PANGRAM, "utf-8")


def test_windows_quotation_marks_do_not_count_against_windows():
    text = "metoda „in vitro” – § 5…"
    assert decode(text.encode("cp1250")) == (text, "cp1250")


def test_bytes_undefined_in_windows_fall_to_nothing():
    # 0x81 is undefined in Windows-1250 and a control character in ISO 8859-2.
    assert decode(b"abc \x81\xb1") is None


@pytest.mark.parametrize("data", [b"abc\x00def", b"\xb1\x00", b"\x1b[31mred", "tekst".encode("utf-16")])
def test_controls_are_not_text(data):
    assert decode(data) is None


@given(POLISH)
def test_text_survives_utf_8(text):
    assert decode(text.encode()) == (text, "utf-8")


@given(POLISH, st.sampled_from(["cp1250", "iso-8859-2"]))
def test_text_survives_eight_bit_encodings(text, encoding):
    data = text.encode(encoding)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return
    read, _ = decode(data)
    # Letters that both encodings hold at other places may tip a text of two words either way.
    assert len(read) == len(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data):
    answer = decode(data)
    assert answer is None or "\x00" not in answer[0]
