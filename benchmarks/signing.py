"""``python -m benchmarks.signing``: approve with signature, trail and notification, beside one transition of plain Plone.

Each round makes one of each, in turn, in the same process and database. Both are committed.
"""

import argparse
from benchmarks.figures import percentile
from benchmarks.samples import FOLDER
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.serving import application
from benchmarks.sites import make_plain
import contextlib
import cProfile
from czest.qms.demo.library import do
from czest.qms.demo.library import rich_text
from czest.qms.jobs.making import fill_with_demo
from czest.qms.jobs.making import make_site
from czest.qms.jobs.site import opened_root
from czest.qms.jobs.site import opened_site
import json
import math
import os
from pathlib import Path
from plone import api
import pstats
import requests
import tempfile
import threading
import time
import transaction
from waitress import create_server
from zope.component.hooks import setSite


ROUNDS = 60
WARM_UP = 5
AUTHOR, REVIEWER, APPROVER = "autor", "sprawdzajacy", "zatwierdzajacy"
#: Least shares of plain Plone's rate that we aim at.
AIMS = {"API": 0.5, "REST": 0.8}


def prepare(count, accounts):
    """Make editions that wait for approval, and private documents of plain Plone; return their paths."""
    with opened_site(site_id=OURS) as site:
        editions = [pending(site["dokumenty"], accounts) for _number in range(count)]
        paths = ["/".join(edition.getPhysicalPath()) for edition in editions]
        transaction.commit()
    with opened_site(site_id=PLAIN) as site:
        folder, first = site[FOLDER], len(site[FOLDER])
        new = [
            api.content.create(folder, "Document", f"nowy-{first + number}", title="Nowy") for number in range(count)
        ]
        plain = ["/".join(document.getPhysicalPath()) for document in new]
        transaction.commit()
    return paths, plain


def pending(library, accounts):
    """Take an instruction to its approval and return the edition."""
    data = {"title": "Instrukcja", "owner_unit": "PJ", "kind": "Instruction"}
    edition = do(AUTHOR, do(AUTHOR, library, "register", **data), "open-revision")
    people = {"reviewers": [REVIEWER], "approvers": [APPROVER]}
    do(AUTHOR, edition, "save", body=rich_text("I-OR-01.html"), change_description="Pierwsze wydanie.", **people)
    do(AUTHOR, edition, "submit")
    do(REVIEWER, edition, "review", password=accounts[REVIEWER]["password"])
    return edition


def by_api(editions, documents, accounts, profile):
    """Return the seconds of each approval and of each transition, through Python; approvals only are profiled."""
    secret = accounts[APPROVER]["password"]
    ours, plain = [], []
    with opened_root() as root:
        for edition, document in zip(editions, documents, strict=True):
            setSite(root[OURS])
            with profile or contextlib.nullcontext():
                ours.append(
                    timed(
                        lambda path=edition: do(APPROVER, root.unrestrictedTraverse(path), "approve", password=secret)
                    )
                )
            setSite(root[PLAIN])
            plain.append(
                timed(lambda path=document: api.content.transition(root.unrestrictedTraverse(path), "publish"))
            )
    return ours, plain


def timed(work):
    """Return the seconds that some work takes with its commit."""
    begun = time.perf_counter()
    work()
    transaction.commit()
    return time.perf_counter() - begun


def by_rest(address, editions, documents, accounts, plain_password):
    """Return the seconds of each approval and of each transition, through REST."""
    ours, plain = [], []
    signer, editor = requests.Session(), requests.Session()
    secret = accounts[APPROVER]["password"]
    signer.auth, editor.auth = (APPROVER, secret), ("editor", plain_password)
    for session in (signer, editor):
        session.headers["Accept"] = "application/json"
    for edition, document in zip(editions, documents, strict=True):
        ours.append(posted(signer, f"{address}{edition}/@operations/approve", {"password": secret}))
        plain.append(posted(editor, f"{address}{document}/@workflow/publish", {}))
    return ours, plain


def posted(session, address, body):
    """Return the seconds of a call, which must succeed."""
    begun = time.perf_counter()
    answer = session.post(address, json=body)
    seconds = time.perf_counter() - begun
    answer.raise_for_status()
    return seconds


def line(name, ours, plain):
    """Return what was measured through one door, the first rounds left out."""
    ours, plain = ours[WARM_UP:], plain[WARM_UP:]
    ratio = math.fsum(plain) / math.fsum(ours)
    times = " / ".join(
        f"p50 {percentile(seconds, 50) * 1000:.1f} ms, p95 {percentile(seconds, 95) * 1000:.1f} ms"
        for seconds in (ours, plain)
    )
    return f"{name}: {ratio:.2f} times plain Plone's rate (aim {AIMS[name]}); ours / plain: {times}"


def make_sites(folder):
    """Make both sites and return the demo accounts and the password of the plain editor."""
    password = "Bench-" + os.urandom(8).hex()
    with opened_root() as root:
        fill_with_demo(make_site(root, OURS))
        transaction.commit()
    with opened_root() as root:
        make_plain(root)
        root[PLAIN].acl_users.userFolderAddUser("editor", password, ["Member", "Manager"], [])
        transaction.commit()
    return json.loads((folder / "accounts.json").read_text(encoding="utf-8")), password


def main():
    """Make the sites, measure, print."""
    parser = argparse.ArgumentParser(prog="benchmarks.signing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--profile", action="store_true", help="also print where the time of our approvals goes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qms-bench-") as name:
        folder = Path(name)
        served = application(folder)
        accounts, password = make_sites(folder)
        profile = cProfile.Profile() if asked.profile else None
        editions, documents = prepare(asked.rounds, accounts)
        print(line("API", *by_api(editions, documents, accounts, profile)), flush=True)
        editions, documents = prepare(asked.rounds, accounts)
        server = create_server(served, host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        address = f"http://127.0.0.1:{server.effective_port}"
        print(line("REST", *by_rest(address, editions, documents, accounts, password)))
        server.close()
        if profile:
            pstats.Stats(profile).sort_stats("cumtime").print_stats(60)


if __name__ == "__main__":
    main()
