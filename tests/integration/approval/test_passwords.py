"""Asking again for the password of the person who is acting."""

from czest.qms.approval.passwords import is_password_of_current_user
import logging
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
import pytest
from support.people import PASSWORD
from zope.interface import implementer


@implementer(IAuthenticationPlugin)
class Plugin(BasePlugin):
    """Answers, before any other plugin, what a test wants."""

    def __init__(self, answer):
        self.id = "first"
        self._answer = answer

    def authenticateCredentials(self, credentials):
        return self._answer(credentials)


@pytest.fixture
def asked_first(office):
    """Return a function that puts a plugin with an answer before all others."""

    def put(answer):
        folder = api.portal.get_tool("acl_users")
        folder._setObject("first", Plugin(answer))
        folder.plugins.activatePlugin(IAuthenticationPlugin, "first")
        folder.plugins.movePluginsTop(IAuthenticationPlugin, ["first"])

    return put


def test_only_ones_own_password_counts(office):
    api.portal.get_tool("acl_users").userSetPassword("radca", "Zupelnie-inne-1")
    with office.acting_as("radca"):
        assert is_password_of_current_user("Zupelnie-inne-1") is True
        for wrong in (PASSWORD, "", "zupelnie-inne-1"):
            assert is_password_of_current_user(wrong) is False


def test_the_password_of_somebody_with_the_same_login_elsewhere_does_not_count(office, asked_first):
    asked_first(lambda credentials: ("autor", credentials["login"]))
    with office.acting_as("radca"):
        assert is_password_of_current_user(PASSWORD) is False


def test_a_plugin_out_of_order_is_passed_over_and_the_password_not_logged(office, asked_first, caplog):
    def fails(credentials):
        raise ValueError(credentials["password"])

    asked_first(fails)
    with office.acting_as("radca"), caplog.at_level(logging.DEBUG):
        assert is_password_of_current_user(PASSWORD) is True
    assert "first" in caplog.text
    assert PASSWORD not in caplog.text
