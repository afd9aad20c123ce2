from launch.progress import Progress
import pytest


@pytest.mark.parametrize(
    ("seconds", "lines"),
    [(0.4, ["Making ..."]), (2.0, ["Making ...", "  done in 2 s."]), (61.7, ["Making ...", "  done in 62 s."])],
)
def test_long_steps_say_how_long_they_took(seconds, lines):
    moments = iter([100.0, 100.0 + seconds])
    written = []
    with Progress(written.append, lambda: next(moments)).step("Making"):
        assert written == ["Making ..."]
    assert written == lines
