"""The public process is given nothing that leads to the intranet (DESIGN §6)."""

import os
from pathlib import Path
import pytest
import re
import signal
from support.separation.asking import ask
from support.separation.observed import HOME
from support.separation.observed import run


def processes(path):
    """Return the ids of the processes with a path in their command lines."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if str(path) in line:
            found.append(int(entry.name))
    return found


@pytest.fixture
def bulletin(observed):
    """The folder in /proc of the process that answers the public."""
    (number,) = processes(observed.system.state / "parts/bulletin/etc/wsgi.ini")
    return Path("/proc") / str(number)


def intranet_paths(observed):
    """Return what leads to the intranet's storage, and to what is kept of its accounts and evidence."""
    state = observed.system.state
    return [
        str(state / name) for name in ("intranet", "evidence", "demo-accounts.json", "parts/intranet", "parts/zeo/")
    ]


def test_its_command_line_and_environment_name_nothing_of_the_intranet(observed, bulletin):
    told = [*(bulletin / "cmdline").read_text().split("\0"), *(bulletin / "environ").read_text().split("\0")]
    assert [each for each in told for path in intranet_paths(observed) if path in each] == []
    assert [each for each in told if each.startswith(("QMS_", "PYTHONPATH="))] == []


def test_it_has_nothing_of_the_intranet_open(observed, bulletin):
    opened = [os.readlink(each) for each in (bulletin / "fd").iterdir() if each.is_symlink()]
    mapped = (bulletin / "maps").read_text().splitlines()
    places = [*opened, *mapped, os.readlink(bulletin / "cwd"), os.readlink(bulletin / "root")]
    assert any(str(observed.system.state / "bip") in each for each in opened)
    assert [each for each in places for path in intranet_paths(observed) if path in each] == []


def test_its_configuration_names_nothing_of_the_intranet(observed):
    folder = observed.system.state / "parts" / "bulletin"
    texts = {path.name: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}
    assert {"zope.conf", "wsgi.ini", "site.zcml"} <= set(texts)
    assert [(name, path) for name, text in texts.items() for path in intranet_paths(observed) if path in text] == []
    assert "read-only true" in texts["zope.conf"]


def test_it_answers_while_the_database_of_the_intranet_does_not(observed):
    """No connection, whatever its name, leads there."""
    questions = [question for question in observed.after if question.target.startswith(HOME)][:20]
    (number,) = processes(observed.system.state / "parts/zeo/etc/zeo.conf")
    os.kill(number, signal.SIGSTOP)
    try:
        answers = {question: ask(observed.server, question) for question in questions}
    finally:
        os.kill(number, signal.SIGCONT)
    assert answers == {question: observed.after[question] for question in questions}


def test_the_storage_of_the_intranet_is_final_first(observed):
    """Storages finish a common transaction in the order of these keys: so nothing is public without its row."""
    intranet, bulletin = run("sorting", state=observed.system.state).split()
    assert re.match("1:.*/intranet/", intranet) and re.match("bip:.*/bip/", bulletin)
    assert intranet < bulletin
