"""What there is in this site that may be adjusted, for the rules."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.office_letters import all_letters
from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.approval.templates import surroundings
from czest.qms.documents.kinds import kinds
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.documents.settings import setting
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.rules import known as terms
from czest.qms.workflows.rules.known import Known
from czest.qms.workflows.rules.known import Setting
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n.interfaces import ITranslationDomain
from zope.schema.interfaces import IBool
from zope.schema.interfaces import ICollection


def known_here():
    """Return the :class:`Known` of the present site."""
    return Known(
        definitions=shipped_definitions(),
        kinds=frozenset(kinds()),
        settings={name: described(IDocumentSettings[name]) for name in terms.SETTINGS},
        letters=all_letters(),
        shipped_word=shipped_word,
        templates=kept_templates(),
        template_surroundings=surroundings(),
    )


def described(field):
    """Return the :class:`Setting` that a field of the registry is."""
    if ICollection.providedBy(field):
        return Setting(terms.KINDS, frozenset(field.default))
    if IBool.providedBy(field):
        return Setting(terms.FLAG, field.default)
    return Setting(terms.NUMBER, field.default, field.min, field.max)


def shipped_word(msgid, language):
    """Return a word as it was shipped in a language; the English one where there is no other."""
    domain = queryUtility(ITranslationDomain, "czest.qms")
    for name in domain.getCatalogsInfo().get(language, ()) if domain is not None else ():
        word = domain._data[name].queryMessage(msgid)
        if word:
            return word
    return str(msgid)


def kept_templates():
    """Return the templates of routes kept now, id → plain form."""
    return {template.id: plain_template(template) for template in getUtility(IRouteTemplates).templates()}


def kept_settings():
    """Return the settings that differ from those shipped, in the plain form."""
    found = {}
    for name in terms.SETTINGS:
        value, shipped = setting(name), IDocumentSettings[name].default
        if (sorted(value or ()) if isinstance(shipped, list) else value) != shipped:
            found[name] = sorted(value) if isinstance(shipped, list) else value
    return found
