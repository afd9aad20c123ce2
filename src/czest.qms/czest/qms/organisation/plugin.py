"""Units, posts and deputies as groups, and posts as global roles, for the user folder of the site."""

from AccessControl.class_init import InitializeClass
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.messages import GROUPS
from czest.qms.organisation.rules.organisation import DEPUTY_PREFIX
import functools
import logging
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PlonePAS.plugins.group import PloneGroup
from Products.PluggableAuthService.interfaces.plugins import IGroupEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.i18n import translate
from zope.interface import implementer


logger = logging.getLogger(__name__)

INTERFACES = (IGroupsPlugin, IRolesPlugin, IPropertiesPlugin, IGroupEnumerationPlugin, IGroupIntrospection)


def denying(empty):
    """Make a method answer ``empty``, with a line in the log, where damaged data would stop people from signing in.

    Only the errors that PAS itself forgives other plugins are caught: a database conflict must reach the publisher.
    """

    def decorate(method):
        @functools.wraps(method)
        def guarded(self, *arguments, **options):
            try:
                return method(self, *arguments, **options)
            except (AttributeError, KeyError, NameError, TypeError, ValueError):
                logger.exception("The organisation could not answer %s; nothing is granted", method.__name__)
                return empty

        return guarded

    return decorate


@implementer(*INTERFACES)
class OrganisationPlugin(BasePlugin):
    """Asks the directory of the site; stores nothing, so rights follow the dates by themselves.

    Only principals of the site's own user folder pass here: users of the Zope root and the emergency user never do.
    """

    meta_type = "czest.qms Organisation Plugin"

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title

    # Of a user

    @denying(())
    def getGroupsForPrincipal(self, principal, request=None):
        """See IGroupsPlugin: the groups that follow from posts, and from the deputyships of others, today."""
        directory = self._directory_for(principal)
        if not directory:
            return ()
        login = principal.getId()
        return tuple(sorted(directory.group_ids(login) | directory.deputy_group_ids(login)))

    @denying(())
    def getRolesForPrincipal(self, principal, request=None):
        """See IRolesPlugin: the global roles that follow from posts today."""
        directory = self._directory_for(principal)
        return tuple(sorted(directory.roles(principal.getId()))) if directory else ()

    # Of a group

    @denying({})
    def getPropertiesForUser(self, user, request=None):
        """See IPropertiesPlugin: the title of a group of ours, nothing for people."""
        if not _is_group(user):
            return {}
        group = self._group(user.getId())
        return {"title": _title(group, request), "description": ""} if group else {}

    @denying(())
    def enumerateGroups(self, id=None, title=None, exact_match=False, sort_by=None, max_results=None, **kw):
        """See IGroupEnumerationPlugin; ``id`` and ``title`` may be a text or a sequence of texts."""
        if kw.pop("name", None) is not None or any(kw.values()):
            return ()
        found = [
            {"id": group_id, "groupid": group_id, "title": _title(group), "pluginid": self.getId()}
            for group_id, group in self._groups().items()
            if _matches(id, group_id, exact_match) and _matches(title, _title(group), exact_match)
        ]
        if sort_by in ("id", "title"):
            found.sort(key=lambda info: info[sort_by])
        return tuple(found[:max_results])

    @denying(None)
    def getGroupById(self, group_id, default=None):
        """See IGroupIntrospection."""
        if self._group(group_id) is None:
            return default
        principal = PloneGroup(group_id, group_id).__of__(self)
        folder = self._getPAS()
        for name, plugin in folder.plugins.listPlugins(IPropertiesPlugin):
            data = plugin.getPropertiesForUser(principal, None)
            if data:
                principal.addPropertysheet(name, data)
        principal._addGroups(folder._getGroupsForPrincipal(principal, None, plugins=folder.plugins))
        for _name, plugin in folder.plugins.listPlugins(IRolesPlugin):
            principal._addRoles(plugin.getRolesForPrincipal(principal, None) or ())
        principal._addRoles(["Authenticated"])
        return principal.__of__(self)

    def getGroups(self):
        """See IGroupIntrospection."""
        return [self.getGroupById(group_id) for group_id in self.getGroupIds()]

    @denying(())
    def getGroupIds(self):
        """See IGroupIntrospection."""
        return tuple(self._groups())

    @denying(())
    def getGroupMembers(self, group_id):
        """See IGroupIntrospection."""
        directory = self._directory()
        if not directory:
            return ()
        return tuple(sorted(directory.group_members(group_id) | directory.deputy_group_members(group_id)))

    def _directory(self):
        """Return the directory of the site of this user folder, None while there is none."""
        site = aq_parent(aq_inner(self._getPAS()))
        return site.getSiteManager().queryUtility(IDirectory)

    def _directory_for(self, principal):
        """Return the directory when it can know a principal: neither a group nor an anonymous one."""
        return None if _is_group(principal) or not principal.getId() else self._directory()

    def _group(self, group_id):
        """Return kind and record of a group by its id, or None.

        A group of deputies answers to its id, because pages of Plone look up the groups of a person one by one and
        fail at one that is not there. It is in no list and no search: there are too many, and none is to be chosen.
        """
        if group_id.startswith(DEPUTY_PREFIX):
            return ("deputies", group_id.removeprefix(DEPUTY_PREFIX)) if self._directory() else None
        return self._groups().get(group_id)

    def _groups(self):
        directory = self._directory()
        return directory.organisation().groups() if directory else {}


def _is_group(principal):
    # Without acquisition: member data would answer with the method of the tool they lie in.
    return getattr(aq_base(principal), "isGroup", bool)()


def _title(group, request=None):
    kind, record = group
    return translate(GROUPS[kind](record), context=request, target_language=None if request else "pl")


def _matches(wanted, value, exact):
    if not wanted:
        return True
    wanted = [wanted] if isinstance(wanted, str) else wanted
    return any(value == text if exact else text.casefold() in value.casefold() for text in wanted)


InitializeClass(OrganisationPlugin)
