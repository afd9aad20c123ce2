"""``python -m benchmarks.bulletin``: the bulletin's page from nginx and from Plone's memory, beside plain Plone's page.

Everything is a process of its own, as in a deployment: the demonstration started by the launcher, nginx of Debian with
the configuration that is shipped, and a server with a plain site. See docs/reference/benchmarks.md.
"""

import argparse
from benchmarks.__main__ import free_port
from benchmarks.__main__ import OUTPUT
from benchmarks.__main__ import ROOT
from benchmarks.__main__ import server
from benchmarks.figures import figures
from benchmarks.figures import ratio
from benchmarks.lean_reader import LeanReader
from benchmarks.publishing import publish_many
from benchmarks.samples import DOCUMENT
from benchmarks.samples import FOLDER
from benchmarks.samples import PHRASE
from benchmarks.samples import PLAIN
import contextlib
from dataclasses import asdict
import json
import os
from pathlib import Path
import signal
import subprocess
import sys
import tempfile
from tests.support.nginx import ADDRESS
from tests.support.nginx import HOST
from tests.support.nginx import Nginx
from tests.support.nginx import what_is_missing


ROUNDS = 60
WARM_UP = 8
PUBLICATIONS = 20

#: How often a page is asked in a round: the fast ones oftener, or their figures would be those of a few milliseconds.
TIMES = {"plain, uncached": 1, "bulletin, uncached": 1, "bulletin, from memory": 5, "bulletin, from nginx": 25}
AIMS = {"bulletin, from memory": 10, "bulletin, from nginx": 300}

HEAD = f"{'page':24}{'requests/s':>11}{'p50 ms':>10}{'p95 ms':>10}{'bytes':>9}{'ratio':>8}{'aim':>6}"


@contextlib.contextmanager
def demonstration(public_port):
    """Run the demonstration while the ``with`` block runs; give its address and its accounts.

    Raises:
        RuntimeError: when it ends before it is ready.
    """
    port = free_port()
    environ = {name: value for name, value in os.environ.items() if name != "MAKELEVEL"}
    environ |= {"QMS_PORT": str(port), "BIP_PORT": str(public_port), "BIP_PUBLIC_ADDRESS": ADDRESS}
    command = [sys._base_executable, "-m", "launch", "start", "--profile", "test", "--fresh"]
    launcher = subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        if "READY\n" not in launcher.stdout:
            raise RuntimeError(f"The demonstration ended by itself: see {ROOT / 'var' / 'test' / 'log'}.")
        accounts = json.loads((ROOT / "var" / "test" / "demo-accounts.json").read_text(encoding="utf-8"))
        yield f"http://127.0.0.1:{port}/qms", accounts
    finally:
        launcher.send_signal(signal.SIGTERM)
        launcher.communicate()


@contextlib.contextmanager
def nginx(public_port):
    """Run nginx before the bulletin while the ``with`` block runs."""
    with tempfile.TemporaryDirectory(prefix="qms-bench-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        running = Nginx(folder, public_port, [free_port() for _time in range(3)])
        running.start()
        try:
            yield running
        finally:
            running.stop()


@contextlib.contextmanager
def plain_site():
    """Run the server with the plain site alone while the ``with`` block runs; give its port."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="qms-bench-") as folder, server(Path(folder), port, "unused", PLAIN):
        yield port


def measure(readers, rounds):
    """Return ``{name: Figures}``; every round asks each page, every other round in the opposite order.

    Raises:
        RuntimeError: when an answer is not the page meant.
    """
    sizes = {}
    for name, reader in readers.items():
        for _time in range(WARM_UP):
            body = reader.read()[1]
        if PHRASE.encode() not in body:
            raise RuntimeError(f"{name} is not the page meant.")
        sizes[name] = len(body)
    seconds = {name: [] for name in readers}
    order = list(readers)
    for _round in range(rounds):
        for name in order:
            for _time in range(TIMES[name]):
                taken, body = readers[name].read()
                if abs(len(body) - sizes[name]) > sizes[name] / 100:
                    raise RuntimeError(f"{name} has become another page.")
                seconds[name].append(taken)
        order.reverse()
    return {name: figures(each, [0], sizes[name]) for name, each in seconds.items()}


def table(results):
    """Return the figures as text, with the ratios to the rate of the plain page."""
    plain = results["plain, uncached"]
    lines = [HEAD]
    for name, found in results.items():
        told = f"{name:24}{found.rate:>11.1f}{found.p50:>10.3f}{found.p95:>10.3f}{found.size:>9}"
        lines.append(f"{told}{ratio(found, plain):>8.1f}{AIMS.get(name, ''):>6}")
    return "\n".join(lines)


def main():
    """Start everything, measure, print, and write the results."""
    parser = argparse.ArgumentParser(prog="benchmarks.bulletin", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--publications", type=int, default=PUBLICATIONS)
    asked = parser.parse_args()
    missing = what_is_missing()
    if missing:
        print(f"Left out: {missing}")
        return
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit("Ended from outside."))
    OUTPUT.mkdir(parents=True, exist_ok=True)
    public_port = free_port()
    page = f"/dokumenty/{DOCUMENT}"
    with demonstration(public_port) as (intranet, accounts), nginx(public_port) as before, plain_site() as plain_port:
        readers = {
            "plain, uncached": LeanReader.plain(plain_port, f"/{PLAIN}/{FOLDER}/{DOCUMENT}"),
            # A question that means nothing is never kept in memory.
            "bulletin, uncached": LeanReader.plain(public_port, f"/bip{page}?x=1"),
            "bulletin, from memory": LeanReader.plain(public_port, f"/bip{page}"),
            "bulletin, from nginx": LeanReader(before.connection(), HOST, page),
        }
        results = measure(readers, asked.rounds)
        print(table(results), flush=True)
        published = publish_many(intranet, accounts, asked.publications)
    told = f"p50 {published.p50:.0f} ms, p95 {published.p95:.0f} ms, {published.count} times"
    print(f"publish, over REST, with a file of {published.size} bytes: {told}")
    path = OUTPUT / "bulletin.json"
    whole = {name: asdict(found) for name, found in {**results, "publish": published}.items()}
    path.write_text(json.dumps({"load": os.getloadavg(), "pages": whole}, indent=2) + "\n", encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
