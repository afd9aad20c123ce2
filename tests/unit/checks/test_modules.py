from checks import modules
import pytest


@pytest.fixture
def sources(tmp_path):
    room = tmp_path / "czest.qms" / "czest" / "qms" / "documents"
    room.mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "configure.zcml").touch()
    assert modules.findings(tmp_path) == []
    return tmp_path


def test_closed_namespace(sources):
    (sources / "czest.qms" / "czest" / "__init__.py").touch()
    assert len(modules.findings(sources)) == 1


def test_name_that_says_nothing(sources):
    (sources / "czest.qms" / "czest" / "qms" / "documents" / "utils.py").touch()
    assert modules.findings(sources) == ["czest.qms/czest/qms/documents/utils.py has a name that says nothing."]


def test_room_without_table_of_contents(sources):
    (sources / "czest.qms" / "czest" / "qms" / "documents" / "configure.zcml").unlink()
    assert modules.findings(sources) == ["czest.qms/czest/qms/documents has no configure.zcml."]


def test_a_room_of_which_zope_knows_nothing(sources):
    room = sources / "czest.qms" / "czest" / "qms" / "tables"
    room.mkdir()
    (room / "__init__.py").touch()
    assert modules.findings(sources) == []


def test_room_of_rules_alone_has_nothing_to_configure(sources):
    room = sources / "czest.qms" / "czest" / "qms" / "records"
    (room / "rules").mkdir(parents=True)
    (room / "__init__.py").touch()
    assert modules.findings(sources) == []
    (room / "content.py").touch()
    assert modules.findings(sources) == ["czest.qms/czest/qms/records has no configure.zcml."]
