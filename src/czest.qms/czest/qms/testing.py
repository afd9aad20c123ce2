"""Layers of plone.app.testing for the integration and functional tests."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE


class QmsLayer(PloneSandboxLayer):
    """A Plone site with czest.qms installed and nothing in it."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import czest.qms
        import plone.restapi

        self.loadZCML("meta.zcml", package=plone.restapi)
        self.loadZCML(package=czest.qms)

    def setUpPloneSite(self, portal):
        from czest.qms.jobs.making import forbid_undo_and_export

        forbid_undo_and_export(portal.aq_parent)
        applyProfile(portal, "czest.qms:default")


QMS_FIXTURE = QmsLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(QMS_FIXTURE,), name="Qms:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(bases=(QMS_FIXTURE, WSGI_SERVER_FIXTURE), name="Qms:Functional")
