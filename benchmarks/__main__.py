"""``python -m benchmarks``: measure our pages beside those of plain Plone, and print the table."""

import argparse
from benchmarks import report
from benchmarks.measuring import measure
from benchmarks.pages import COMPARISONS
from benchmarks.reader import Reader
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.samples import READER
import contextlib
import os
from pathlib import Path
import secrets
import signal
import socket
import subprocess
import sys
import tempfile


ROOT = Path(__file__).resolve().parent.parent

#: Where results and profiles are written.
OUTPUT = ROOT / "var" / "bench"

#: About a minute on two cores.
ROUNDS = 120


def options():
    """Return what the command line asks."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"requests of each page, {ROUNDS} by default")
    parser.add_argument("--profile", action="store_true", help=f"also write profiles of our pages to {OUTPUT}")
    parser.add_argument("--database", type=Path, metavar="FOLDER", help="keep the database here, to measure it again")
    return parser.parse_args()


def free_port():
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def database(kept):
    """Give the folder of the database: the one to keep, or one that is removed when the ``with`` block ends."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="qms-bench-") as folder:
        yield Path(folder)


@contextlib.contextmanager
def server(folder, port, password, *sites):
    """Run the server of :mod:`benchmarks.serving` while the ``with`` block runs.

    Parameters:
        folder: Path of its database.
        port: number of the port it answers on.
        password: of the reader.
        sites: ids of the sites to make; both unless given.

    Raises:
        RuntimeError: when it ends before it is ready; why stands in its ``server.log``.
    """
    command = [sys.executable, "-m", "benchmarks.serving", str(folder), str(port), *sites]
    environ = {**os.environ, "BENCHMARK_PASSWORD": password}
    log = OUTPUT / "server.log"
    with log.open("w") as errors:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        if "READY\n" not in process.stdout:
            raise RuntimeError(f"The server ended by itself: see {log}.")
        yield
    finally:
        process.terminate()
        process.wait()


def main():
    """Make the sites, measure, and write the results."""
    asked = options()
    # Ended from outside, it still ends the server and removes the database.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Ended from outside."))
    password = secrets.token_urlsafe()
    port = free_port()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with database(asked.database) as folder:
        print("Making both sites…", flush=True)
        with server(folder, port, password):
            reader = Reader(port)
            for site in (OURS, PLAIN):
                reader.sign_in(site, READER, password)
            results = {comparison: measure(comparison, reader, asked.rounds) for comparison in COMPARISONS}
        print(report.table(results))
        print(report.write(results, OUTPUT))
        if asked.profile:
            command = [sys.executable, "-m", "benchmarks.profiling", str(folder), reader.cookies[OURS], str(OUTPUT)]
            subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
