"""``make lock``: pin everything that setup.py asks for, from wheels only."""

from checks.lockfile import MARK
from checks.requirements import digest
from checks.requirements import requirements
from checks.wheels import OLDEST
from pathlib import Path
import subprocess
import sys


HEADER = "# Made by `make lock` from setup.py; do not edit.\n"


def lock(root):
    """Write requirements.lock anew, keeping the pins that still fit unless ``--upgrade`` is asked for."""
    wanted = requirements(root / "setup.py")
    path = root / "requirements.lock"
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST]
    command += ["--only-binary", ":all:", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
    command += ["--generate-hashes", "--output-file", path, *sys.argv[1:], "-"]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True, cwd=root)
    path.write_text(f"{HEADER}{MARK}{digest(wanted)}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


if __name__ == "__main__":
    lock(Path(__file__).resolve().parent.parent)
