"""Settings of the publication room, kept in the registry."""

from czest.qms.language.dates import day_of
from czest.qms.publication.interfaces import IPublicationSettings
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.personal import Office
from plone import api


PREFIX = "czest.qms.publication"

#: Language of the bulletin, whatever language those who prepare it work in.
LANGUAGE = "pl"


def setting(name):
    """Return one setting."""
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=IPublicationSettings[name].default)


def office():
    """Return what belongs to the office and is no one's private data."""
    domains = tuple(str(domain) for domain in setting("mail_domains") or ())
    email = setting("email") or ""
    return Office(domains=tuple(dict.fromkeys([*domains, *email.rpartition("@")[2:]])))


def decide_by(case):
    """Return the last day to decide on a case, by the days that the office gives itself."""
    return cases.decide_by(day_of(case.request["requested_at"]), setting("days_to_decide"))
