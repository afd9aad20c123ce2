"""``python -m checks``: run every check, print the findings, and fail when there is one."""

from checks import eggs
from checks import links
from checks import lockfile
from checks import modules
from checks import sizes
from checks import translations
from checks import wheels
from pathlib import Path
import sys


ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("src", "launch", "checks", "benchmarks", "tests")

CHECKS = {
    "sizes": lambda: sizes.findings(ROOT, SOURCES),
    "modules": lambda: modules.findings(ROOT / "src"),
    "eggs": lambda: eggs.findings(ROOT / "eggs"),
    "links": lambda: links.findings(ROOT),
    "translations": lambda: translations.findings(ROOT),
    "lock": lambda: lockfile.findings(ROOT),
    "wheels": lambda: wheels.findings(ROOT),
}


def main(names):
    """Run the named checks, or all, and return the exit status."""
    failed = False
    for name in names or CHECKS:
        found = CHECKS[name]()
        for finding in found:
            print(f"{name}: {finding}", flush=True)
        failed = failed or bool(found)
        print(f"{name}: {'failed' if found else 'ok'}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
