"""A database server (ZEO) of its own, and waiting for what happens in other processes and threads."""

import subprocess
import sys
import time


def start_server(folder):
    """Start a server on the socket ``socket`` of a folder and return its process.

    Parameters:
        folder: Path; a short one, as the system cuts the paths of sockets.
    """
    command = [sys.executable, "-m", "ZEO.runzeo", "-a", str(folder / "socket"), "-f", str(folder / "Data.fs")]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for((folder / "socket").exists, 30, lambda: server.poll() is None)
    return server


def wait_for(condition, seconds=60, meanwhile=lambda: True):
    """Wait until a condition holds; fail after some seconds, or when another one does not hold meanwhile."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline and meanwhile()
        time.sleep(0.05)
