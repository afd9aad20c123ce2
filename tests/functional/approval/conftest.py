"""The office where people sign in at an identity provider."""

from czest.qms.approval.identity.detour import callback_address
from czest.qms.approval.identity.settings import IIdentitySettings
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.identity.settings import SECRET_VARIABLE
from plone.registry.interfaces import IRegistry
import pytest
from support.identity_provider import CLIENT
from support.identity_provider import running_provider
from support.identity_provider import SECRET
import transaction
from zope.component import getUtility


@pytest.fixture
def settings(portal):
    """Return a function that changes settings of the identity provider."""

    def change(**values):
        transaction.begin()
        records = getUtility(IRegistry).forInterface(IIdentitySettings, prefix=PREFIX)
        for name, value in values.items():
            setattr(records, name, value)
        transaction.commit()

    return change


@pytest.fixture(scope="session")
def provider_process():
    """Keep one provider for the tests that follow each other; the address of the site stays the same."""
    running = {}

    def provider(callback):
        if callback not in running:
            context = running_provider(callback)
            running[callback] = (context, context.__enter__())
        return running[callback][1]

    yield provider
    for context, _provider in running.values():
        context.__exit__(None, None, None)


@pytest.fixture
def provider(office, settings, provider_process, monkeypatch):
    """A running identity provider that signatures ask, and nothing else."""
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    running = provider_process(callback_address())
    running.misbehave()
    settings(issuer=running.issuer, client_id=CLIENT, used_for_signing=True)
    return running
