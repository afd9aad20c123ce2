"""What a machine may lack or have wrong is said in one sentence."""

from pathlib import Path
import pytest
import shutil
import socket
from support.machine import Machine
import tempfile


@pytest.fixture
def machine():
    root = Path(tempfile.mkdtemp(prefix="qms-", dir="/tmp"))
    yield Machine(root)
    shutil.rmtree(root)


@pytest.mark.parametrize("version", ["3 13 0", "3 10 13", "3 14 0", "2 7 18"])
def test_wrong_python(machine, version):
    status, output = machine.run(PRETEND_VERSION=f"{version} complete")
    dotted = version.replace(" ", ".")
    assert status == 1
    assert output == (
        f"PYTHON names {machine.root}/python, which is Python {dotted}; "
        "czest.qms needs Python 3.11, 3.12 or 3.13 (but not 3.13.0).\n"
    )
    assert machine.steps() == []


def test_python_without_venv(machine):
    status, output = machine.run(PRETEND_VERSION="3 11 2 incomplete")
    assert status == 1
    assert output == (
        "Python 3.11.2 here cannot make environments: install the package python3.11-venv and run this again.\n"
    )


def test_python_that_does_not_run(machine):
    status, output = machine.run(PYTHON="/nowhere/python")
    assert status == 1
    assert output.startswith("PYTHON names /nowhere/python, which does not run as a Python 3;")


def test_busy_port(machine):
    with socket.socket() as other:
        other.bind(("127.0.0.1", machine.port))
        other.listen()
        status, output = machine.run()
    assert status == 1
    assert output.startswith(f"Port {machine.port} is busy: stop what uses it, or choose another")
    assert len(output.splitlines()) == 1
    assert machine.steps() == []


def test_busy_port_of_the_bulletin(machine):
    with socket.socket() as other:
        other.bind(("127.0.0.1", machine.bulletin_port))
        other.listen()
        status, output = machine.run()
    assert status == 1
    assert output.startswith(f"Port {machine.bulletin_port} is busy: stop what uses it, or choose another")
    assert "BIP_PORT=" in output
    assert machine.steps() == []


def test_both_sites_on_one_port(machine):
    status, output = machine.run(BIP_PORT=str(machine.port))
    assert (status, output) == (1, f"QMS_PORT and BIP_PORT must name different ports, not {machine.port}.\n")


@pytest.mark.parametrize("text", ["none", "0", "65536", "-1", "8080x", "٨٠٨٠"])
def test_port_that_is_no_port(machine, text):
    status, output = machine.run(QMS_PORT=text)
    assert (status, output) == (1, f"QMS_PORT must be a number from 1 to 65535, not {text!r}.\n")


def test_path_with_a_space():
    root = Path(tempfile.mkdtemp(prefix="qms with space ", dir="/tmp"))
    status, output = Machine(root).run()
    shutil.rmtree(root)
    assert (status, output) == (1, f"The folder {root} has a space in its path: move the project elsewhere.\n")


def test_path_too_long_for_a_socket():
    folder = Path(tempfile.mkdtemp(prefix="qms-", dir="/tmp"))
    root = folder / ("n" * 90)
    root.mkdir()
    status, output = Machine(root).run()
    shutil.rmtree(folder)
    assert status == 1
    assert len(output.splitlines()) == 1
    assert output.endswith(" is too long for a socket: move the project elsewhere.\n")


def test_demo_is_not_forgotten_by_an_option(machine):
    process = machine.launch("start", options=["--fresh"])
    output, _nothing = process.communicate(timeout=30)
    assert process.returncode == 2
    assert output.endswith("--fresh goes with --profile test only.\n")
