"""The site is opened as the system itself, in Polish, on our layer, and closed again."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from czest.qms.interfaces import IQmsLayer
from czest.qms.jobs.refusals import SiteUnavailable
from czest.qms.jobs.site import configuration_path
from czest.qms.jobs.site import opened_site
from plone import api
import pytest
import transaction
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


def test_inside(open_site):
    with open_site() as portal:
        user = getSecurityManager().getUser()
        assert user.getId() is None
        assert api.user.has_permission("czest.qms: Register document", obj=portal)
        assert getSite().getPhysicalPath() == portal.getPhysicalPath()
        assert getRequest() is portal.REQUEST
        assert IQmsLayer.providedBy(getRequest())
        assert api.portal.get_current_language() == "pl"


def test_system_user_cannot_log_in(portal):
    user_name = "System Processes"
    assert portal.acl_users.getUser(user_name) is None
    assert portal.acl_users.authenticate(user_name, "", portal.REQUEST) is None


def test_nothing_stays_behind(open_site):
    with open_site() as portal:
        portal.description = "not committed"
    assert getSite() is None
    assert getRequest() is None
    assert getSecurityManager().getUser().getUserName() == "Anonymous User"
    with open_site() as portal:
        assert portal.description != "not committed"


def test_committed_work_stays(open_site):
    with open_site() as portal:
        portal.description = "committed"
        transaction.commit()
    with open_site() as portal:
        assert portal.description == "committed"


def test_missing_site(portal):
    with pytest.raises(SiteUnavailable, match="There is no site /nowhere yet"), opened_site(site_id="nowhere"):
        pass
    noSecurityManager()


def test_missing_configuration(monkeypatch, tmp_path):
    monkeypatch.setenv("QMS_ZOPE_CONF", str(tmp_path / "zope.conf"))
    with pytest.raises(SiteUnavailable, match="There is no configuration"):
        configuration_path()
