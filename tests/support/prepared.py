"""Sites prepared once in a run: what many tests begin with is made once, and each goes on from a copy of its own.

A copy lies over the prepared database as the layers of Plone lie over each other, so making it costs nothing.
"""

import contextlib
from czest.qms.testing import QMS_FIXTURE
from plone.app.testing import ploneSite
from plone.testing.zodb import stackDemoStorage
import pytest
from support.people import hire_everybody
import transaction
from zope.globalrequest import setRequest


class PreparedSites:
    """Databases by the steps that made them."""

    def __init__(self):
        self._made = {}

    def after(self, steps, head_log):
        """Return the database of a site in which steps were done, and let the log of heads know what it knew then.

        Parameters:
            steps: tuple of functions of the portal, not empty; of one beginning, the longer goes on from the shorter.
            head_log: Path of the log of heads of the present test.
        """
        if steps not in self._made:
            base = self.after(steps[:-1], head_log) if steps[:-1] else QMS_FIXTURE["zodbDB"]
            self._made[steps] = _made_over(base, steps[-1]), head_log.read_bytes() if head_log.exists() else None
        database, known_heads = self._made[steps]
        if known_heads is not None:
            head_log.parent.mkdir(parents=True, exist_ok=True)
            head_log.write_bytes(known_heads)
        return database


def _made_over(base, step):
    """Return a database over another one, with a step done and committed."""
    database = stackDemoStorage(base)
    with _under_the_layers(database), ploneSite() as portal:
        setRequest(portal.REQUEST)
        step(portal)
        # Here, because Plone's own way out says nothing of a commit that fails.
        transaction.commit()
        setRequest(None)
    return database


@contextlib.contextmanager
def _under_the_layers(database):
    """Let the layers of single tests be set up over another database than the empty site."""
    former = QMS_FIXTURE["zodbDB"]
    QMS_FIXTURE["zodbDB"] = database
    try:
        yield
    finally:
        QMS_FIXTURE["zodbDB"] = former


@pytest.fixture(scope="session")
def prepared_sites():
    return PreparedSites()


@pytest.fixture
def site_begins_with(request):
    """The steps that precede the test; folders with more of them override this fixture."""
    return (hire_everybody,) if "office" in request.fixturenames else ()


@pytest.fixture(autouse=True)
def prepared_site(prepared_sites, site_begins_with, head_log_outside_the_tree):
    """Put the site that the test begins with under its layer, before that is set up."""
    if not site_begins_with:
        yield
        return
    with _under_the_layers(prepared_sites.after(site_begins_with, head_log_outside_the_tree)):
        yield
