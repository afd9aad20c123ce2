"""A public process of its own on the bulletin of a running system, which a test may kill."""

import os
from pathlib import Path
import socket
import subprocess
import sys
import time


class PublicProcess:
    """The process that answers the public.

    Parameters:
        state: Path of the data of the running system (``support.running.RunningSystem``).
        folder: Path of a folder for its configuration and log.
        port: on which it answers.
        address: public address of a server before it.
    """

    def __init__(self, state, folder, port, address):
        self.state, self.folder, self.port, self.address = state, folder, port, address
        shipped = (state / "parts" / "bulletin" / "etc" / "wsgi.ini").read_text(encoding="utf-8")
        lines = [f"fast-listen = 127.0.0.1:{port}" if "fast-listen" in line else line for line in shipped.splitlines()]
        (folder / "wsgi.ini").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.process = None

    def start(self):
        """Start it and wait until it answers."""
        environ = {"PATH": os.environ["PATH"], "BIP_PUBLIC_ADDRESS": self.address}
        with (self.folder / "public.log").open("a") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).parent / "runwsgi", self.folder / "wsgi.ini"],
                cwd=self.state / "bip",
                env=environ,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + 180
        while True:
            assert self.process.poll() is None, (self.folder / "public.log").read_text()
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except OSError:
                assert time.monotonic() < deadline, "the public process does not listen"
                time.sleep(0.1)

    def kill(self):
        """End it at once."""
        self.process.kill()
        self.process.wait(timeout=30)
