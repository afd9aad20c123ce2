"""``python -m benchmarks.records``: lists of many records beside those of as many documents of plain Plone.

The database is made at the first run, which takes long, and kept for the next ones.
"""

import argparse
from benchmarks import report
from benchmarks.__main__ import free_port
from benchmarks.__main__ import OUTPUT
from benchmarks.__main__ import ROOT
from benchmarks.__main__ import server
from benchmarks.measuring import measure
from benchmarks.reader import Reader
from benchmarks.records.pages import ARCHIVIST
from benchmarks.records.pages import COMPARISONS
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.samples import READER
import json
from pathlib import Path
import secrets
import signal
import subprocess
import sys


ROUNDS = 40
RECORDS = 100_000


class People:
    """Readers by login; each page is asked by the person it is for, a clerk unless it says otherwise.

    Parameters:
        port: of the server.
    """

    def __init__(self, port):
        self.readers = {login: Reader(port) for login in (READER, ARCHIVIST)}

    def read(self, page):
        """Ask for a page and return an Answer."""
        return self.readers[getattr(page, "login", READER)].read(page)


def main():
    """Make the database unless it is there, measure, and write the results."""
    parser = argparse.ArgumentParser(prog="benchmarks.records", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--database", type=Path, metavar="FOLDER", help="where the database is kept")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Ended from outside."))
    OUTPUT.mkdir(parents=True, exist_ok=True)
    folder = (asked.database or OUTPUT / f"records-{asked.records}").resolve()
    build = [sys.executable, "-m", "benchmarks.records.building", str(folder), str(asked.records)]
    subprocess.run(build, cwd=ROOT, check=True)
    password, port = secrets.token_urlsafe(), free_port()
    accounts = json.loads((folder / "accounts.json").read_text(encoding="utf-8"))
    with server(folder, port, password):
        people = People(port)
        for site in (OURS, PLAIN):
            people.readers[READER].sign_in(site, READER, password)
        people.readers[ARCHIVIST].sign_in(OURS, ARCHIVIST, accounts[ARCHIVIST]["password"])
        results = {comparison: measure(comparison, people, asked.rounds) for comparison in COMPARISONS}
    print(report.table(results))
    print(report.write(results, OUTPUT, "records.json"))


if __name__ == "__main__":
    main()
