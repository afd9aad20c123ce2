"""The real system, started as a person starts it, in the deployment of the tests."""

from dataclasses import dataclass
import json
import os
from pathlib import Path
import subprocess
from support.machine import free_port
from support.machine import read_until
from support.machine import stop
import sys


ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class RunningSystem:
    """A system that answers.

    Parameters:
        address: of the site, without a slash at the end.
        bulletin: of the bulletin's site, likewise.
        accounts: what ``demo-accounts.json`` says, by login.
        command: path of ``bin/qms``.
        state: Path of the folder of its data.
    """

    address: str
    bulletin: str
    accounts: dict
    command: Path
    state: Path

    def password(self, login):
        """Return the password of a demo account."""
        return self.accounts[login]["password"]


def start_system(ports=None, state="test", **more):
    """Start the system with the test profile; return it and a function that stops it.

    Parameters:
        ports: of the intranet and the bulletin, to go on from the site made before; None: a new site on free ports.
        state: name of the folder of its state below ``var/``; systems of different names run beside each other.
        more: further environment variables of its processes.
    """
    port, bulletin_port = ports or (free_port(), free_port())
    # CI and MAKELEVEL belong to the run of the tests, not to the system.
    environ = {name: value for name, value in os.environ.items() if name not in ("MAKELEVEL", "QMS_HEAD_LOG")}
    options = ["--profile", "test", "--state", state, *([] if ports else ["--fresh"])]
    launcher = subprocess.Popen(
        [sys._base_executable, "-m", "launch", "start", *options],
        cwd=ROOT,
        env={**environ, **more, "QMS_PORT": str(port), "BIP_PORT": str(bulletin_port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    read_until(launcher, "READY")
    folder = ROOT / "var" / state
    accounts = json.loads((folder / "demo-accounts.json").read_text(encoding="utf-8"))
    addresses = (f"http://127.0.0.1:{port}/qms", f"http://127.0.0.1:{bulletin_port}/bip")
    system = RunningSystem(*addresses, accounts, folder / "bin" / "qms", folder)
    return system, lambda: stop(launcher)
