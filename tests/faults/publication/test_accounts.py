"""The production profile with an account of its own for the public process: the system keeps it from the intranet."""

import os
from pathlib import Path
import pytest
import shutil
import subprocess
from support.machine import free_port
import sys
import sysconfig
import tempfile
import time
import urllib.request


ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = Path(sys.executable).parent

#: Numbers of accounts and of the group that may use the socket of the bulletin's database; they need no names.
QMS, BIP = 64401, 64402

#: Runs a script of the environment with a Python that other accounts may run.
RUN = """
import runpy, site, sys
site.addsitedir(sys.argv[1])
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

#: Folder → owner, group and mode, as docs/jak/biuletyn-serwer.md has them.
FOLDERS = {
    "var": (QMS, QMS, 0o755),
    "var/intranet": (QMS, QMS, 0o700),
    "var/evidence": (QMS, QMS, 0o700),
    "var/client": (QMS, QMS, 0o700),
    "var/log": (QMS, QMS, 0o700),
    "var/bip": (QMS, BIP, 0o750),
    "var/bip/socket": (QMS, BIP, 0o750),
    "var/bip/filestorage": (QMS, QMS, 0o700),
    "var/bip/blobstorage": (QMS, QMS, 0o700),
    "var/bip-public": (BIP, BIP, 0o700),
}
MORE_FOLDERS = {
    QMS: ["intranet/socket", "intranet/filestorage", "intranet/blobstorage", "bip/log", "cache"],
    BIP: ["bip-public/client", "bip-public/log", "bip-public/cache", "bip-public/blobs"],
}


@pytest.fixture(scope="module")
def deployment():
    """The production profile, built into a folder of its own with folders as they are to be."""
    if os.geteuid() != 0:
        message = "Other accounts can be tried by root only."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    if python_for_everybody() is None:
        pytest.skip(f"Other accounts may not run {sys.executable}.")
    folder = Path(tempfile.mkdtemp(prefix="qms-", dir="/tmp"))
    folder.chmod(0o755)
    build(folder)
    for number, names in MORE_FOLDERS.items():
        for name in names:
            (folder / "var" / name).mkdir(parents=True, exist_ok=True)
            os.chown(folder / "var" / name, number, number)
    for name, (user, group, mode) in FOLDERS.items():
        (folder / name).mkdir(exist_ok=True)
        os.chown(folder / name, user, group)
        (folder / name).chmod(mode)
    yield folder
    shutil.rmtree(folder)


def python_for_everybody():
    """Return a Python of the version of the environment that every account may run, or None."""
    own = Path(sys.executable).resolve()
    system = Path(f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}")
    for found in (own, system):
        if found.exists() and all(folder.stat().st_mode & 0o001 for folder in (found, *found.parents)):
            return found
    return None


def build(folder):
    options = {
        "buildout:directory": ROOT,
        "buildout:parts-directory": folder / "parts",
        "buildout:bin-directory": folder / "bin",
        "buildout:develop-eggs-directory": folder / "develop-eggs",
        "buildout:installed": folder / "installed",
        "state:directory": folder / "var",
        "addresses:intranet": f"127.0.0.1:{free_port()}",
        "addresses:bulletin": f"127.0.0.1:{free_port()}",
    }
    named = [f"{name}={value}" for name, value in options.items()]
    command = [SCRIPTS / "buildout", "-c", ROOT / "profiles" / "production.cfg", *named]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


class Services:
    """Processes of a deployment, each with the account and the mask of its unit in profiles/systemd/."""

    def __init__(self, folder):
        self.folder = folder
        self.running = []

    def start(self, name, *command, user, group, umask):
        log = (self.folder / f"{name}.log").open("w")
        options = {"user": user, "group": group, "extra_groups": [], "umask": umask}
        environ = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
        command = [python_for_everybody(), "-I", "-c", RUN, sysconfig.get_path("purelib"), *command]
        process = subprocess.Popen(
            command, cwd=self.folder, stdout=log, stderr=subprocess.STDOUT, env=environ, **options
        )
        self.running.append(process)
        return process

    def stop(self):
        for process in reversed(self.running):
            process.terminate()
        for process in reversed(self.running):
            process.wait(timeout=60)


def wait_for(condition, process, seconds=180):
    deadline = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.2)


def answers(address):
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.fixture(scope="module")
def bulletin(deployment):
    """The address of the running public process."""
    services = Services(deployment)
    try:
        for name, group, umask in (("zeo", QMS, 0o077), ("zeo-bip", BIP, 0o007)):
            command = [SCRIPTS / "runzeo", "-C", deployment / "parts" / name / "etc" / "zeo.conf"]
            process = services.start(name, *command, user=QMS, group=group, umask=umask)
            place = deployment / "var" / ("bip" if group == BIP else "intranet") / "socket" / "zeo.sock"
            wait_for(place.exists, process)
        password = deployment / "password"
        password.write_text("Dlugie-haslo-administratora-1")
        password.chmod(0o644)
        command = [deployment / "bin" / "qms", "init", "--password-file", password]
        made = services.start("init", *command, user=QMS, group=QMS, umask=0o077)
        assert made.wait(timeout=300) == 0, (deployment / "init.log").read_text()
        configuration = deployment / "parts" / "bulletin" / "etc" / "wsgi.ini"
        process = services.start("bip", SCRIPTS / "runwsgi", configuration, user=BIP, group=BIP, umask=0o077)
        port = configuration.read_text().partition("127.0.0.1:")[2].split()[0]
        wait_for(lambda: answers(f"http://127.0.0.1:{port}/bip"), process)
        yield f"http://127.0.0.1:{port}/bip"
    finally:
        services.stop()


TRY = """
import socket, sys
for name in sys.argv[1:]:
    try:
        if name.endswith(".sock"):
            socket.socket(socket.AF_UNIX).connect(name)
        else:
            open(name, "rb").close()
        print(name, "opened")
    except OSError as error:
        print(name, type(error).__name__)
"""


def tried(number, *paths):
    """Return what an account gets when it opens files and sockets: ``opened`` or the name of the error."""
    command = [python_for_everybody(), "-I", "-c", TRY, *map(str, paths)]
    done = subprocess.run(
        command, user=number, group=number, extra_groups=[], cwd="/", check=True, capture_output=True, text=True
    )
    return [line.split()[-1] for line in done.stdout.splitlines()]


def test_the_public_process_answers_and_reaches_nothing_of_the_intranet(bulletin, deployment):
    var = deployment / "var"
    assert answers(f"{bulletin}/strony/instrukcja")
    closed = [var / "intranet" / "socket" / "zeo.sock", var / "intranet" / "filestorage" / "Data.fs"]
    closed += [var / "bip" / "filestorage" / "Data.fs", var / "evidence" / "trail-heads.jsonl"]
    assert tried(BIP, *closed) == ["PermissionError"] * 4
    assert tried(BIP, var / "bip" / "socket" / "zeo.sock") == ["opened"]
    # What was refused is there.
    assert tried(QMS, *closed[:3]) == ["opened"] * 3


def test_the_address_of_nobody_else_is_shown(bulletin):
    start = bulletin.removesuffix("/bip")
    assert answers(f"{start}/VirtualHostBase/https/bip.example.pl:443/bip/VirtualHostRoot/")
    assert not answers(f"{start}/VirtualHostBase/https/evil.example:443/bip/VirtualHostRoot/")


def test_the_units_have_these_accounts():
    units = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in (ROOT / "profiles/systemd").iterdir()}
    accounts = {name: (said(lines, "User"), said(lines, "Group")) for name, lines in units.items()}
    assert accounts == {
        "qms-zeo": ("qms", "qms"),
        "qms-zeo-bip": ("qms", "bip"),
        "qms-intranet": ("qms", "qms"),
        "qms-worker": ("qms", "qms"),
        "bip": ("bip", "bip"),
    }
    assert said(units["qms-zeo-bip"], "UMask") == "0007"
    hidden = " ".join(line for line in units["bip"] if line.startswith("InaccessiblePaths="))
    for name in ("var/intranet", "var/evidence", "var/bip/filestorage", "parts/intranet"):
        assert f"/{name}" in hidden


def said(lines, name):
    return next(line.partition("=")[2] for line in lines if line.startswith(f"{name}="))
