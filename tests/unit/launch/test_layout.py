from launch.layout import Layout
from launch.layout import PRODUCTION
from launch.layout import TEST
from pathlib import Path
import re


ROOT = Path(__file__).parents[3]


def test_nothing_of_the_intranet_is_named_after_the_bulletin():
    for layout in (Layout(Path("/srv")), Layout(Path("/srv"), TEST)):
        for path in (layout.database, layout.files, layout.blobs, layout.socket):
            assert "bip" not in str(path)
    assert "bip" not in (ROOT / "profiles" / "base.cfg").read_text()


def test_paths_are_those_of_the_buildout_profiles():
    layout = Layout(Path("/srv"))
    configured = (ROOT / "profiles" / "base.cfg").read_text()
    options = dict(re.findall(r"^([a-z-]+) = (.*)$", configured, re.MULTILINE))
    expand = {"${:directory}": "/srv/var/intranet", "${:socket-directory}": options["socket-directory"]}

    def value(name):
        text = options[name]
        for _round in range(2):
            for placeholder, replacement in expand.items():
                text = text.replace(placeholder, replacement)
        return text

    assert value("files") == str(layout.files)
    assert value("blobs") == str(layout.blobs)
    assert value("socket") == str(layout.socket)


def test_tests_share_nothing_but_the_environment_with_the_demo():
    demo, tests = vars(Layout(Path("/srv"))), vars(Layout(Path("/srv"), TEST))
    shared = {name for name, value in demo.items() if tests[name] == value}
    assert shared == {
        "root",
        "lock",
        "setup",
        "environment",
        "environment_stamp",
        "python",
        "profiles",
        "eggs",
        "fresh",
    }


def test_production_has_its_own_configuration():
    assert Layout(Path("/srv"), PRODUCTION).configuration == Path("/srv/profiles/production.cfg")
