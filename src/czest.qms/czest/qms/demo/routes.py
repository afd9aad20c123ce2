"""The templates of routes of the demonstration: one for procedures, none for instructions."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.demo.reading import data_of
from plone import api
from zope.component import getUtility


def keep_templates(officer):
    """Keep the templates as the quality officer.

    Parameters:
        officer: login.
    """
    templates = getUtility(IRouteTemplates)
    with api.env.adopt_user(username=officer):
        for values in data_of("routes.json"):
            templates.put(read_template(values, templates.free_id(values["title"])))
