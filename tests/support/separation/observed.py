"""The running system, asked for everything before and after five hundred internal objects were made."""

from dataclasses import dataclass
import hashlib
import json
import os
from pathlib import Path
import subprocess
from support.running import ROOT
from support.running import RunningSystem
from support.running import start_system
from support.separation import internal
from support.separation.asking import ask
from support.separation.asking import crawl
from support.separation.canaries import Canaries
from support.separation.everything import everything
from support.separation.planting import SEED
import sys
from urllib.parse import urlsplit


HOME = "/bip"

#: How many UIDs and as many symbols of internal objects are asked for in the daily run, and in the whole one.
DAILY, WHOLE = 8, 40


@dataclass(frozen=True)
class Observed:
    """What was seen.

    Parameters:
        system: RunningSystem, running.
        server: ``host:port`` of the bulletin.
        canaries: Canaries, all that were planted.
        linked: targets to which links of the bulletin lead.
        before, after: ``{Question: Answer}``.
        databases: digests of what is stored of the bulletin: before the internal objects were made, after that, and
            after everything was asked once more.
    """

    system: RunningSystem
    server: str
    canaries: Canaries
    linked: list
    before: dict
    after: dict
    databases: tuple


def observe(full):
    """Start the system and observe it; return Observed and a function that stops it.

    Parameters:
        full: True to ask for every name in every way.
    """
    system, stop = start_system(state="separation")
    try:
        run("planting", "published", system.state, state=system.state)
        server = urlsplit(system.bulletin).netloc
        names = json.loads(run("names", system.state / "parts" / "bulletin" / "etc" / "zope.conf", state=system.state))
        linked = [question.target for question in crawl(server, HOME)]
        questions = list(dict.fromkeys(everything(names, linked, secrets(full), full)))
        before = asked(server, questions)
        databases = [stored(system.state)]
        run("planting", "internal", system.state, state=system.state)
        stop()
        ports = [urlsplit(address).port for address in (system.address, system.bulletin)]
        system, stop = start_system(ports, state="separation")
        databases.append(stored(system.state))
        after = asked(server, questions)
        databases.append(stored(system.state))
        canaries = planted(system.state)
    except BaseException:
        stop()
        raise
    return Observed(system, server, canaries, linked, before, after, tuple(databases)), stop


def run(program, *arguments, state):
    """Run a program of this package beside the running system and return what it printed."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    environ["QMS_ZOPE_CONF"] = str(state / "parts" / "intranet" / "etc" / "zope.conf")
    command = [sys.executable, "-W", "ignore", "-m", f"support.separation.{program}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def secrets(full):
    """Return UIDs, symbols and a login of the inside, whether they are there yet or not."""
    canaries = Canaries(SEED)
    uids, symbols = internal.uids(canaries), internal.symbols(canaries)
    few = slice(WHOLE if full else DAILY)
    words = [canaries.word(place) for place in ("login 0", "title of I-OR-74", "title of record 0")]
    return [*uids[few], uids[-1], *symbols[few], symbols[-1], *words]


def asked(server, questions):
    """Return ``{Question: Answer}``."""
    return {question: ask(server, question) for question in questions}


def stored(state):
    """Return a digest of everything that is stored of the bulletin.

    Parameters:
        state: Path of the folder of the system's data.
    """
    folder = state / "bip"
    digest = hashlib.sha256((folder / "filestorage" / "Data.fs").read_bytes())
    for blob in sorted(Path(folder / "blobstorage").rglob("*.blob")):
        digest.update(f"{blob.relative_to(folder)} {blob.stat().st_size}".encode())
    return digest.hexdigest()


def planted(state):
    """Return the Canaries that were planted."""
    canaries = Canaries(SEED)
    for stage in ("published", "internal"):
        canaries.places.update(json.loads((state / f"canaries-{stage}.json").read_text("utf-8")))
    return canaries
