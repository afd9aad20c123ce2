from launch.environment import pinned


LOCK = """# Made by something.
accesscontrol==7.5 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
soupsieve==2.10 ; python_full_version < '3.11.5' \\
    --hash=sha256:cc
soupsieve==4.1.3 ; python_full_version >= '3.11.5' \\
    --hash=sha256:dd
"""


def test_pins_keep_their_hashes(tmp_path):
    lock = tmp_path / "lock"
    lock.write_text(LOCK)
    pins = pinned(lock)
    assert pins["accesscontrol"] == ["accesscontrol==7.5 \\", "    --hash=sha256:aa \\", "    --hash=sha256:bb"]
    assert len(pins["soupsieve"]) == 4
    assert len(pins) == 2
