"""What a page shows of the publication of its content; a higher room knows it (see ``IPublicity``)."""

from czest.qms.documents.interfaces import IPublicity
from functools import cached_property


class ShowsPublicity:
    """A mixin of pages."""

    @property
    def published(self):
        """The edition or record that may be published, or None."""
        raise NotImplementedError

    @cached_property
    def _publicity(self):
        return None if self.published is None else IPublicity(self.published, None)

    @cached_property
    def public_address(self):
        """Public address of its entry in the bulletin, or None."""
        return None if self._publicity is None else self._publicity.address()

    @cached_property
    def publication(self):
        """What those who work on the publication see of it, or None; see ``IPublicity.block``."""
        return None if self._publicity is None else self._publicity.block(self.request)
