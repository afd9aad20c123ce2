from launch.stamps import fingerprint
from launch.stamps import is_current
from launch.stamps import write


def test_fingerprint_depends_on_bytes_names_and_words(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("same")
    second.write_text("same")
    assert fingerprint([first]) != fingerprint([second])
    assert fingerprint([first, second]) == fingerprint([second, first])
    assert fingerprint([first], "3.11.2") != fingerprint([first], "3.12.1")
    assert fingerprint([first], "ab", "c") != fingerprint([first], "a", "bc")
    before = fingerprint([first])
    first.write_text("other")
    assert fingerprint([first]) != before


def test_stamp_is_current_only_with_the_same_text(tmp_path):
    stamp = tmp_path / "new" / "stamp"
    assert not is_current(stamp, "x")
    write(stamp, "x")
    assert is_current(stamp, "x")
    assert not is_current(stamp, "y")
    stamp.write_bytes(b"\xff")
    assert not is_current(stamp, "x")


def test_stamp_leaves_no_other_file(tmp_path):
    write(tmp_path / "stamp", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["stamp"]
