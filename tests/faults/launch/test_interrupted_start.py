"""A launch that is killed at any step leaves nothing behind that the next one does not mend."""

import os
from pathlib import Path
import pytest
import shutil
import signal
import subprocess
from support.machine import Machine
from support.machine import read_until
from support.machine import stop
import sys
import tempfile


SERVICES = ["bulletin", "bulletin-database", "database", "intranet", "worker"]
EVERY_STEP = ["venv", "pip", "uv sync", "uv install", "buildout", "demo", *SERVICES]


@pytest.fixture
def machine():
    # Sockets need a short path.
    root = Path(tempfile.mkdtemp(prefix="qms-", dir="/tmp"))
    machine = Machine(root)
    yield machine
    shutil.rmtree(root)
    machine.wait_until_empty()


def start_and_stop(machine):
    process = machine.launch()
    lines = read_until(process, "READY")
    status, rest = stop(process)
    assert (status, rest.split()) == (0, ["Stopped."])
    machine.wait_until_empty()
    return lines


def test_first_start_does_everything_and_the_second_only_starts_services(machine):
    lines = start_and_stop(machine)
    assert f"Intranet: http://127.0.0.1:{machine.port}/qms" in lines
    assert f"Bulletin: http://127.0.0.1:{machine.bulletin_port}/bip" in lines
    assert sorted(machine.steps()) == sorted(" ".join(EVERY_STEP).split())
    start_and_stop(machine)
    assert sorted(machine.steps()) == SERVICES


def test_a_site_older_than_the_bulletin_gets_one(machine):
    start_and_stop(machine)
    shutil.rmtree(machine.root / "var/bip")
    machine.steps()
    start_and_stop(machine)
    assert sorted(machine.steps()) == sorted([*SERVICES, "make-bulletin"])
    assert (machine.root / "var/intranet/filestorage/Data.fs").read_text() == "half whole"


def test_the_public_process_is_told_nothing_of_the_intranet(machine):
    process = machine.launch(QMS_HEAD_LOG="/srv/qms/evidence", QMS_IDENTITY_CLIENT_SECRET="tajne")
    read_until(process, "READY")
    stop(process)
    told = set((machine.root / "bulletin-environ").read_text().split())
    assert "PATH" in told
    assert {name for name in told if name.startswith(("QMS_", "PRETEND_HANG", "PYTHON"))} == set()


def test_new_lock_needs_no_new_environment(machine):
    assert machine.run("environment")[0] == 0
    machine.steps()
    with (machine.root / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert machine.run("environment")[0] == 0
    assert machine.steps() == ["uv", "sync", "uv", "install"]
    assert machine.run("environment")[0] == 0
    assert machine.steps() == []


def test_interrupted_change_of_the_lock_makes_a_new_environment(machine):
    assert machine.run("environment")[0] == 0
    with (machine.root / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    machine.steps()
    process = machine.launch("environment", PRETEND_HANG="uv sync")
    machine.wait_for_step("sync")
    stop(process, signal.SIGKILL)
    machine.wait_until_empty()
    machine.steps()
    assert machine.run("environment")[0] == 0
    assert machine.steps()[0] == "venv"


@pytest.mark.parametrize(
    ("step", "number"),
    [
        ("venv", signal.SIGKILL),
        ("pip", signal.SIGINT),
        ("sync", signal.SIGKILL),
        ("buildout", signal.SIGKILL),
        ("buildout", signal.SIGTERM),
        ("demo", signal.SIGKILL),
        ("demo", signal.SIGINT),
    ],
)
def test_next_start_recovers(machine, step, number):
    hang = "uv sync" if step == "sync" else step
    process = machine.launch(PRETEND_HANG=hang)
    machine.wait_for_step(step)
    status, output = stop(process, number)
    assert "Traceback" not in output
    assert status == (-signal.SIGKILL if number == signal.SIGKILL else 0)
    machine.wait_until_empty()
    machine.steps()

    start_and_stop(machine)

    begun = machine.steps()
    assert step in begun
    assert (machine.root / "var/intranet/filestorage/Data.fs").read_text() == "half whole"
    assert not (machine.root / "var/site-unfinished").exists()


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("venv", "The environment could not be made; see "),
        ("pip", "The packages could not be installed (is the network there?); see "),
        ("uv sync", "The packages could not be installed (is the network there?); see "),
        ("buildout", "Buildout failed; see "),
        ("demo", "The demo site could not be made; see "),
        ("database", "The database server has ended unexpectedly; see "),
        ("bulletin-database", "The database server of the bulletin has ended unexpectedly; see "),
        ("intranet", "The intranet has ended unexpectedly; see "),
        ("bulletin", "The bulletin has ended unexpectedly; see "),
        ("worker", "The worker has ended unexpectedly; see "),
    ],
)
def test_failed_step_is_said_in_one_sentence_and_the_next_start_recovers(machine, step, sentence):
    status, output = machine.run(failing_step=step)
    assert status == 1
    assert output.splitlines()[-1].startswith(sentence)
    assert "Traceback" not in output
    machine.wait_until_empty()
    start_and_stop(machine)


def test_services_end_when_the_launcher_is_killed(machine):
    process = machine.launch()
    read_until(process, "READY")
    assert len(machine.processes()) == len(SERVICES)
    stop(process, signal.SIGKILL)
    machine.wait_until_empty()
    start_and_stop(machine)


def test_launcher_ends_when_make_is_killed(machine):
    environ = machine.environ(MAKELEVEL="1")
    command = ["sh", "-c", f"{sys.executable} -m launch start; true"]
    make = subprocess.Popen(command, cwd=machine.root, env=environ, stdout=subprocess.PIPE, text=True)
    read_until(make, "READY")
    make.kill()
    assert make.stdout.read() == "Stopped.\n"
    machine.wait_until_empty()


def test_second_launch_in_the_same_clone_is_refused(machine):
    process = machine.launch()
    read_until(process, "READY")
    status, output = machine.run()
    assert (status, output) == (1, "The system runs in this folder already: stop the other make start first.\n")
    stop(process)


def test_service_that_dies_takes_the_others_along(machine):
    process = machine.launch()
    read_until(process, "READY")
    os.kill(machine.process_of("parts/intranet/etc/wsgi.ini"), signal.SIGKILL)
    output, _nothing = process.communicate(timeout=30)
    assert process.returncode == 1
    assert output.startswith("The intranet has ended unexpectedly; see ")
    machine.wait_until_empty()
