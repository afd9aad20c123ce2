"""``python -m benchmarks.workflows --editions 10000``: the panel of workflows over many editions.

The database is made at the first run and kept for the next ones. First the figures are compared with an independent
count of every object; then the pages are measured beside a listing of as many documents of plain Plone.
"""

import argparse
from benchmarks import report
from benchmarks.__main__ import free_port
from benchmarks.__main__ import OUTPUT
from benchmarks.__main__ import ROOT
from benchmarks.__main__ import server
from benchmarks.measuring import measure
from benchmarks.reader import Reader
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.samples import READER
from benchmarks.workflows.pages import COMPARISONS
from benchmarks.workflows.pages import OFFICER
import json
from pathlib import Path
import secrets
import signal
import subprocess
import sys


ROUNDS = 60
EDITIONS = 10_000
#: Milliseconds within which 95 % of the answers of the panel shall come.
AIM = 300


class People:
    """Readers by login; each page is asked by the person it is for, a clerk unless it says otherwise.

    Parameters:
        port: of the server.
    """

    def __init__(self, port):
        self.readers = {login: Reader(port) for login in (READER, OFFICER)}

    def read(self, page):
        """Ask for a page and return an Answer."""
        return self.readers[getattr(page, "login", READER)].read(page)


def main():
    """Make the database unless it is there, compare, measure, and write the results."""
    parser = argparse.ArgumentParser(prog="benchmarks.workflows", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--editions", type=int, default=EDITIONS)
    parser.add_argument("--database", type=Path, metavar="FOLDER", help="where the database is kept")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Ended from outside."))
    OUTPUT.mkdir(parents=True, exist_ok=True)
    folder = (asked.database or OUTPUT / f"workflows-{asked.editions}").resolve()
    for step, more in (("building", [str(asked.editions)]), ("checking", [])):
        subprocess.run([sys.executable, "-m", f"benchmarks.workflows.{step}", str(folder), *more], cwd=ROOT, check=True)
    password, port = secrets.token_urlsafe(), free_port()
    accounts = json.loads((folder / "accounts.json").read_text(encoding="utf-8"))
    with server(folder, port, password):
        people = People(port)
        for site in (OURS, PLAIN):
            people.readers[READER].sign_in(site, READER, password)
        people.readers[OFFICER].sign_in(OURS, OFFICER, accounts[OFFICER]["password"])
        results = {comparison: measure(comparison, people, asked.rounds) for comparison in COMPARISONS}
    print(report.table(results))
    slowest = max(pages["ours"].p95 for pages in results.values())
    print(f"slowest p95: {slowest:.0f} ms, aim {AIM} ms")
    print(report.write(results, OUTPUT, "workflows.json"))


if __name__ == "__main__":
    main()
