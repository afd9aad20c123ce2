import configparser
from launch.layout import Layout
from launch.layout import PRODUCTION
from launch.layout import TEST
from pathlib import Path


ROOT = Path(__file__).parents[3]


def configured(section):
    """Return the paths that a section of the buildout profile names, for a clone at ``/srv``."""
    profile = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    profile.read(ROOT / "profiles" / "base.cfg")
    options = dict(profile[section])
    for _round in range(3):
        for name, text in options.items():
            for placeholder, replacement in [("${state:directory}", "/srv/var"), *_own(options)]:
                text = text.replace(placeholder, replacement)
            options[name] = text
    return options


def _own(options):
    return [(f"${{:{name}}}", text) for name, text in options.items()]


def test_nothing_of_the_intranet_is_named_after_the_bulletin():
    for layout in (Layout(Path("/srv")), Layout(Path("/srv"), TEST)):
        for path in (layout.database, layout.files, layout.blobs, layout.socket):
            assert "bip" not in str(path)
        for path in (layout.bulletin, layout.bulletin_files, layout.bulletin_blobs, layout.bulletin_socket):
            assert "bip" in path.relative_to("/srv").parts
            assert layout.database not in (path, *path.parents)
    assert "bip" not in " ".join(configured("database").values())


def test_paths_are_those_of_the_buildout_profiles():
    layout = Layout(Path("/srv"))
    database, bulletin = configured("database"), configured("bulletin-database")
    assert database["files"] == str(layout.files)
    assert database["blobs"] == str(layout.blobs)
    assert database["socket"] == str(layout.socket)
    assert bulletin["files"] == str(layout.bulletin_files)
    assert bulletin["blobs"] == str(layout.bulletin_blobs)
    assert bulletin["socket"] == str(layout.bulletin_socket)


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
        "fresh",
    }


def test_two_states_of_the_tests_share_no_folder_that_is_written():
    one, other = Layout(Path("/srv"), TEST), Layout(Path("/srv"), TEST, state="separation")
    for name in ("var", "parts", "bin", "eggs", "database", "bulletin", "logs", "launch_lock"):
        assert getattr(one, name) != getattr(other, name)


def test_production_has_its_own_configuration():
    assert Layout(Path("/srv"), PRODUCTION).configuration == Path("/srv/profiles/production.cfg")
