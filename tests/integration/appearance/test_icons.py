"""Icons are records of the registry, drawn inline."""

from czest.qms.appearance.icons import icon
from czest.qms.appearance.markup import state_word
from czest.qms.appearance.states import STATES
from lxml import etree
from plone import api
import pytest


@pytest.mark.parametrize("state_id", sorted(STATES))
def test_every_state_has_its_icon(portal, state_id):
    drawing = etree.fromstring(icon(STATES[state_id].icon))
    assert drawing.get("aria-hidden") == "true"
    assert len(drawing) > 0


def test_an_icon_alone_has_a_name(portal):
    drawing = etree.fromstring(icon("printer", "big", label='Drukuj "to"'))
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", 'Drukuj "to"')
    assert drawing.get("aria-hidden") is None
    assert drawing.get("class") == "qms-icon big"


def test_an_office_can_change_an_icon(portal):
    before = icon("qms-draft")
    api.portal.set_registry_record("plone.icon.qms-draft", "++plone++bootstrap-icons/airplane.svg")
    assert icon("qms-draft") != before
    assert icon("qms-draft") == icon("airplane")


@pytest.mark.parametrize("resource", ["++plone++bootstrap-icons/no-such.svg", "no/such", "front-page"])
def test_a_record_that_leads_nowhere_draws_nothing(portal, resource):
    api.portal.set_registry_record("plone.icon.qms-draft", resource)
    assert icon("qms-draft") == ""


def test_an_unknown_name_draws_nothing(portal):
    assert icon("qms-no-such-icon") == ""


def test_the_state_in_force_is_quiet_in_lists_and_others_get_a_plate(portal, request_):
    quiet = etree.fromstring(state_word("in_force", request_))
    loud = etree.fromstring(state_word("withdrawn", request_))
    assert (quiet.get("class"), quiet.get("data-state")) == ("qms-state", "in_force")
    assert "qms-plate" in loud.get("class").split()
    assert "".join(loud.itertext()) == "Withdrawn"


def test_a_word_is_drawn_once_per_request(portal, request_):
    assert state_word("draft", request_) is state_word("draft", request_)
