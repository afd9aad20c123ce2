"""Forms come to a site of version 1004, and what its office has set stays."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.settings import pattern_of
from czest.qms.documents.settings import setting
from plone import api
import pytest
from support.picture import picture
from zope.component import getUtility


PROFILE = "czest.qms:default"
BEFORE = "1004"
KIND = "FormTemplate"
PATTERNS = "czest.qms.documents.settings.IDocumentSettings.symbol_patterns"


@pytest.fixture
def new_site(portal):
    """The picture of a site that begins with the newest version."""
    return picture(portal)


@pytest.fixture
def site_without_forms(portal, office, new_site):
    """The picture of a site of version 1004, which has procedures and instructions only."""
    portal.portal_workflow.setChainForPortalTypes((KIND,), None)
    portal.portal_types.manage_delObjects([KIND])
    library = portal.portal_types["Library"]
    library.allowed_content_types = tuple(kind for kind in library.allowed_content_types if kind != KIND)
    del getUtility(IClassification)._default_openness[KIND]
    api.portal.set_registry_record(
        PATTERNS, {kind: pattern for kind, pattern in setting("symbol_patterns").items() if kind != KIND}
    )
    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    return picture(portal)


def test_forms_come_with_an_upgrade(portal, office, site_without_forms, new_site):
    changed = {subject for subject, value in new_site.items() if site_without_forms[subject] != value}
    assert changed == {"registry", "types", "utilities", "chains"}
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject
    form = office.register(kind=KIND)
    assert (form.symbol, form.openness, form.openness_basis) == ("F-PJ-01", "public_optional", "udip-8-3-2")
    assert api.content.get_state(form) == "draft"


def test_documents_of_before_go_on(portal, office, site_without_forms):
    edition = office.draft(office.register())
    portal.portal_setup.upgradeProfile(PROFILE)
    office.do("autor", edition, "submit")
    assert api.content.get_state(edition) == "in_review"


def test_what_the_office_has_set_stays(portal, site_without_forms):
    classification = getUtility(IClassification)
    classification.set_default_openness("Procedure", "internal", "udip-5-1")
    classification.set_default_openness(KIND, "on_request", "udip-10-1")
    patterns = {"Procedure": "PS-{sequence:02d}", KIND: "DRUK-{sequence}"}
    api.portal.set_registry_record(PATTERNS, patterns)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert setting("symbol_patterns") == patterns
    assert pattern_of("Procedure") == "PS-{sequence:02d}"
    assert classification.default_openness("Procedure") == "internal"
    assert classification.default_openness(KIND) == "on_request"
