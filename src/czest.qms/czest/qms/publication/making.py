"""The bulletin's site, made beside the intranet's."""

from czest.qms.bulletin import making
from czest.qms.jobs.interfaces import ISiteBeside
from czest.qms.publication.databases import as_system
from czest.qms.publication.databases import connection_to_bulletin
from czest.qms.publication.databases import is_configured
from Testing.makerequest import makerequest
import transaction
from zope.interface import implementer


@implementer(ISiteBeside)
class BulletinBeside:
    """The public bulletin in its own database."""

    def make(self, connection):
        """Make the bulletin unless it is there; without a database for it, do nothing."""
        if not is_configured(connection):
            return None
        bulletin = connection_to_bulletin(connection)
        making.make_root(bulletin)
        root = bulletin.root()[making.APPLICATION]
        if making.SITE_ID in root.objectIds():
            return None
        with as_system(makerequest(root)) as entered:
            making.make_site(entered)
        transaction.commit()
        return f"The site /{making.SITE_ID} of the bulletin is made."
