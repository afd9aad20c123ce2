"""Stands in for Python, its environment, buildout and the services, so that a launch can be tried in seconds.

It is called by the names of those programs, notes every call in ``steps.log``, and hangs at the step that
``PRETEND_HANG`` names.
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
ROOT = Path(os.environ["PRETEND_ROOT"])


def note(step):
    """Write down that a step was begun; hang, or fail, there if that is asked for."""
    with (ROOT / "steps.log").open("a") as log:
        log.write(step + "\n")
    if os.environ.get("PRETEND_HANG") == step:
        time.sleep(600)
    if os.environ.get("PRETEND_FAIL") == step:
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
    (ROOT / "parts/intranet/etc").mkdir(parents=True)
    (ROOT / "parts/intranet/etc/wsgi.ini").write_text(WORDS[-1].rpartition(":")[2])
    note("buildout")
    install(ROOT / "bin/qms")


def database():
    """Listen on the socket."""
    (ROOT / "var/intranet/filestorage/Data.fs").touch()
    with socket.socket(socket.AF_UNIX) as listener:
        path = ROOT / "var/intranet/socket/zeo.sock"
        path.unlink(missing_ok=True)
        listener.bind(str(path))
        listener.listen()
        note("database")
        time.sleep(600)


def intranet():
    """Answer on the port."""
    note("intranet")
    port = int(Path(WORDS[0]).read_text())
    http.server.HTTPServer(("127.0.0.1", port), http.server.SimpleHTTPRequestHandler).serve_forever()


def command():
    """Make the demo site, or work."""
    if WORDS[0] == "demo":
        with (ROOT / "var/intranet/filestorage/Data.fs").open("a") as files:
            files.write("half ")
        note("demo")
        with (ROOT / "var/intranet/filestorage/Data.fs").open("a") as files:
            files.write("whole")
    else:
        note("worker")
        Path(WORDS[2]).touch()
        time.sleep(600)


PROGRAMS = {"buildout": buildout, "runzeo": database, "runwsgi": intranet, "qms": command}

if __name__ == "__main__":
    PROGRAMS.get(NAME, interpreter)()
