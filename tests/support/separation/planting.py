"""Filling the intranet of a running demo with canaries; a program of its own, beside the running system.

``python -m support.separation.planting published FOLDER`` publishes a few documents whose parts that are not public
carry canaries; ``… internal FOLDER`` makes 500 internal objects. Both write the canaries into ``FOLDER``.
"""

from czest.qms.jobs import site
from czest.qms.jobs.transactions import in_transaction
import json
from pathlib import Path
from support.separation import records
from support.separation.canaries import Canaries
from support.separation.internal import add_accounts
from support.separation.internal import batches
from support.separation.published import STEPS
import sys
import transaction


SEED = "rozdzielenie"


def plant_published(portal, canaries, passwords):
    """Lead documents through the real operations to and around publication."""
    for step in (*STEPS, records.published, records.asked_for):
        in_transaction(lambda step=step: step(portal, canaries, passwords))


def plant_internal(portal, canaries, _passwords):
    """Make accounts and internal objects."""
    in_transaction(lambda: add_accounts(canaries))
    for batch in batches(portal, canaries):
        in_transaction(batch)
        # A whole library in one cache would be slower than reading it again.
        transaction.begin()
        portal._p_jar.cacheMinimize()


STAGES = {"published": plant_published, "internal": plant_internal}


def main(stage, folder):
    """Run one stage.

    Parameters:
        stage: a key of STAGES.
        folder: of the state of the running system.
    """
    folder = Path(folder)
    accounts = json.loads((folder / "demo-accounts.json").read_text("utf-8"))
    canaries = Canaries(SEED)
    site.start_zope()
    with site.opened_site() as portal:
        STAGES[stage](portal, canaries, {login: account["password"] for login, account in accounts.items()})
    (folder / f"canaries-{stage}.json").write_text(json.dumps(canaries.places), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
