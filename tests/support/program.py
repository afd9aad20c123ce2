"""Stands in for Python, its environment, buildout and the services, so that a launch can be tried in seconds.

It is called by the names of those programs, notes every call in ``steps.log``, hangs at the step that ``PRETEND_HANG``
names and fails at the one named in the file ``fail``.
"""

import http.server
import os
from pathlib import Path
import shutil
import socket
import sys
import time


NAME = Path(sys.argv[0]).name
WORDS = sys.argv[1:]
#: The public process is told nothing but where it is.
ROOT = Path(os.environ.get("PRETEND_ROOT") or Path(sys.argv[0]).absolute().parents[2])


def note(step):
    """Write down that a step was begun; hang, or fail, there if that is asked for."""
    with (ROOT / "steps.log").open("a") as log:
        log.write(step + "\n")
    if os.environ.get("PRETEND_HANG") == step:
        time.sleep(600)
    if (ROOT / "fail").exists() and (ROOT / "fail").read_text() == step:
        sys.exit("Traceback (most recent call last): pretended")


def install(path):
    """Put this program under another name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(__file__, path)


def interpreter():
    """Answer the question for the version, or make an environment."""
    if WORDS[0] == "-c":
        print(os.environ.get("PRETEND_VERSION", "3 12 4 complete"))
    elif WORDS[:2] == ["-m", "venv"]:
        for name in ("python", "buildout", "runzeo", "runwsgi"):
            install(Path(WORDS[2]) / "bin" / name)
        note("venv")
    else:
        note(" ".join(WORDS[1:4:2]) if WORDS[1] == "uv" else WORDS[1])


def buildout():
    """Make the script and the configurations."""
    ports = {word.split("=")[0]: word.rpartition(":")[2] for word in WORDS if word.startswith("addresses:")}
    for name in ("intranet", "bulletin"):
        folder = ROOT / "parts" / name / "etc"
        folder.mkdir(parents=True)
        (folder / "wsgi.ini").write_text(ports[f"addresses:{name}"])
    note("buildout")
    install(ROOT / "bin/qms")


def database():
    """Listen on the socket of the intranet's database, or of the bulletin's."""
    is_bulletin = "zeo-bip" in WORDS[-1]
    folder = ROOT / "var" / ("bip" if is_bulletin else "intranet")
    (folder / "filestorage/Data.fs").touch()
    with socket.socket(socket.AF_UNIX) as listener:
        path = folder / "socket/zeo.sock"
        path.unlink(missing_ok=True)
        listener.bind(str(path))
        listener.listen()
        note("bulletin-database" if is_bulletin else "database")
        time.sleep(600)


def web():
    """Answer on the port, as the intranet or as the bulletin."""
    configuration = Path(WORDS[0])
    note(configuration.parent.parent.name)
    if configuration.parent.parent.name == "bulletin":
        # What the public process is told of its surroundings.
        (ROOT / "bulletin-environ").write_text("\n".join(sorted(os.environ)))
    port = int(configuration.read_text())
    http.server.HTTPServer(("127.0.0.1", port), http.server.SimpleHTTPRequestHandler).serve_forever()


def command():
    """Make the demo site or the bulletin, or work."""
    if WORDS[0] == "demo":
        with (ROOT / "var/intranet/filestorage/Data.fs").open("a") as files:
            files.write("half ")
        note("demo")
        with (ROOT / "var/intranet/filestorage/Data.fs").open("a") as files:
            files.write("whole")
    elif WORDS[0] == "make-bulletin":
        note("make-bulletin")
    else:
        note("worker")
        Path(WORDS[2]).touch()
        time.sleep(600)


PROGRAMS = {"buildout": buildout, "runzeo": database, "runwsgi": web, "qms": command}

if __name__ == "__main__":
    PROGRAMS.get(NAME, interpreter)()
