"""Every pin of the lock has a wheel for each Python we promise; asks the package registry."""

import subprocess
import sys
import tempfile


OLDEST = "3.11"
PYTHONS = (OLDEST, "3.12", "3.13")


def findings(root):
    """Return a sentence for every Python for which the lock cannot be installed from wheels alone."""
    return [finding for python in PYTHONS for finding in findings_of(root / "requirements.lock", python)]


def findings_of(lock, python):
    """Return what keeps a lock from being installed from wheels on one version of Python, as a list.

    Parameters:
        lock: Path of the file with the pins.
        python: version such as ``3.13``.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--python-version", python, "--target", folder, "--requirements", lock]
        answer = subprocess.run(command, capture_output=True, text=True)
    return [f"Python {python}: {answer.stderr.strip()}"] if answer.returncode else []
