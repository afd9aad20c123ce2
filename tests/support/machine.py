"""A pretended machine: the real launcher in a small clone, with every program that it calls played by one script."""

import os
from pathlib import Path
import shutil
import signal
import socket
import subprocess
import sys
import time


ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("program.py")

LOCK = "uv==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"


def free_port():
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Machine:
    """A clone under ``root`` and ways to launch it.

    Parameters:
        root: Path of an empty folder with a short path.
    """

    def __init__(self, root):
        self.root = root
        shutil.copytree(ROOT / "launch", root / "launch", ignore=shutil.ignore_patterns("__pycache__"))
        for name, text in {"requirements.lock": LOCK, "setup.py": "", "buildout.cfg": ""}.items():
            (root / name).write_text(text)
        program = PROGRAM.read_text(encoding="utf-8")
        (root / "python").write_text(f"#!{sys.executable} -I\n{program}", encoding="utf-8")
        (root / "python").chmod(0o755)
        self.port, self.bulletin_port = free_port(), free_port()

    def environ(self, **more):
        """Return the environment of a launch."""
        base = {name: value for name, value in os.environ.items() if name not in ("MAKELEVEL", "CI")}
        ports = {"QMS_PORT": str(self.port), "BIP_PORT": str(self.bulletin_port)}
        own = {"PYTHON": str(self.root / "python"), "PRETEND_ROOT": str(self.root), **ports}
        return {**base, **own, **more}

    def launch(self, command="start", options=(), **more):
        """Start the launcher and return its process."""
        return subprocess.Popen(
            [sys.executable, "-m", "launch", command, *options],
            cwd=self.root,
            env=self.environ(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, command="start", failing_step=None, **more):
        """Launch something that ends by itself; return its status and what it printed.

        Parameters:
            failing_step: the step that fails this time, or None.
        """
        (self.root / "fail").unlink(missing_ok=True)
        if failing_step:
            (self.root / "fail").write_text(failing_step)
        process = self.launch(command, **more)
        output, _nothing = process.communicate(timeout=60)
        (self.root / "fail").unlink(missing_ok=True)
        return process.returncode, output

    def steps(self):
        """Return the steps that were begun since the last time this was asked."""
        path = self.root / "steps.log"
        begun = path.read_text().split() if path.exists() else []
        path.unlink(missing_ok=True)
        return begun

    def wait_for_step(self, step, seconds=30):
        """Wait until a step has begun."""
        deadline = time.monotonic() + seconds
        path = self.root / "steps.log"
        while not (path.exists() and step in path.read_text().split()):
            assert time.monotonic() < deadline, f"{step} was never begun"
            time.sleep(0.02)

    def processes(self):
        """Return the ids of all processes that run a program of this clone."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and str(self.root).encode() in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                # It has ended meanwhile.
                continue
        return found

    def process_of(self, program):
        """Return the id of the process that runs a program of this clone."""
        for number in self.processes():
            if program.encode() in Path(f"/proc/{number}/cmdline").read_bytes():
                return number
        raise AssertionError(f"{program} does not run")

    def wait_until_empty(self, seconds=20):
        """Wait until no process of this clone is left."""
        deadline = time.monotonic() + seconds
        while self.processes():
            assert time.monotonic() < deadline, f"still running: {self.processes()}"
            time.sleep(0.05)


def read_until(process, line):
    """Return the lines that a process prints up to one line, with it."""
    lines = []
    for printed in process.stdout:
        lines.append(printed.rstrip("\n"))
        if lines[-1] == line:
            return lines
    raise AssertionError(f"{line!r} was not printed, but {lines}")


def stop(process, number=signal.SIGTERM):
    """Send a signal to a process; return its status and the rest of what it prints."""
    process.send_signal(number)
    output, _nothing = process.communicate(timeout=60)
    return process.returncode, output
