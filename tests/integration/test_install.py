"""The default profile installs."""

from czest.qms.interfaces import IQmsLayer
from plone.browserlayer.utils import registered_layers


def test_browser_layer_is_registered(portal):
    assert IQmsLayer in registered_layers()


def test_roles_of_the_office_exist(portal):
    assert {"Author", "Approver", "Quality Officer", "Auditor"} <= set(portal.valid_roles())
