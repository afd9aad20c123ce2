"""What the screens of one page of the bulletin share."""

from czest.qms.publication.pages import editing
from czest.qms.publication.publicity import public_address
from czest.qms.publication.views.desk import DeskForm
from czest.qms.publication.views.desk import DeskView
from czest.qms.publication.views.desk import PAGES
from functools import cached_property
from zExceptions import NotFound


class PageView(DeskView):
    """A screen about the page that the address names by ``id``."""

    @cached_property
    def page_id(self):
        """The id of the page.

        Raises:
            NotFound: there is no such page.
        """
        asked = self.request.form.get("id", "")
        if not isinstance(asked, str) or asked not in editing.pages().ids():
            raise NotFound(str(asked))
        return asked

    @property
    def above(self):
        steps = super().above
        own = (self.present.draft.title, f"bulletin-page?id={self.page_id}")
        return steps if self.__name__ == "bulletin-page" else (*steps, own)

    def address(self, name=PAGES, **query):
        """Return the address of a page of ours; a name may bring its own query string."""
        return super().address(name, **query)

    @cached_property
    def versions(self):
        """The versions, oldest first."""
        return editing.pages().versions(self.page_id)

    @property
    def present(self):
        """The public version."""
        return self.versions[-1]

    def version_asked(self, name="version"):
        """Return the version that the address names by a parameter.

        Raises:
            NotFound: there is no such version.
        """
        asked = self.request.form.get(name, "")
        if isinstance(asked, str) and asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= len(self.versions):
            return self.versions[int(asked[:9]) - 1]
        raise NotFound(str(asked))

    @property
    def public_address(self):
        """Where the public reads the page."""
        return public_address(editing.path_of(self.page_id))

    def preview(self, version):
        """Return the address of the preview of a version."""
        return self.address("bulletin-page-preview", id=self.page_id, version=version.number)


class PageForm(PageView, DeskForm):
    """A form about one page: it says which version the editor saw, and leads back to the page."""

    kept = ("id", "seen")

    @property
    def next_url(self):
        return self.address("bulletin-page", id=self.page_id)

    @property
    def seen(self):
        """The number of the version that the editor saw."""
        asked = self.request.form.get("seen", "")
        return int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() else self.present.number
