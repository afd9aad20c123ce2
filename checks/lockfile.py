"""requirements.lock is made from setup.py, pins everything with hashes, and names no registry."""

from checks.requirements import digest
from checks.requirements import requirements
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
import re


#: Line of the lock that says from which requirements it was made.
MARK = "# Requirements of setup.py: sha256 "

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ;.*)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def findings(root):
    """Return a sentence for everything that is wrong with the lock."""
    return findings_of((root / "requirements.lock").read_text(encoding="utf-8"), requirements(root / "setup.py"))


def findings_of(lock, wanted):
    """Return the findings of the text of a lock against the wanted requirements."""
    found = []
    lines = lock.splitlines()
    if MARK + digest(wanted) not in lines:
        found.append("requirements.lock was made from other requirements than setup.py has now: run make lock.")
    pins = {}
    for number, line in enumerate(lines, 1):
        pin = PIN.match(line)
        if pin:
            pins.setdefault(canonicalize_name(pin[1]), []).append(pin[2])
        elif not line.startswith("#") and not HASH.match(line):
            found.append(f"requirements.lock:{number} is neither a pin nor a hash: {line.strip()}")
        if "://" in line:
            found.append(f"requirements.lock:{number} names a host.")
    for requirement in map(Requirement, wanted):
        versions = pins.get(canonicalize_name(requirement.name), [])
        if not any(requirement.specifier.contains(version, prereleases=True) for version in versions):
            found.append(f"requirements.lock has no pin for {requirement}.")
    return found
