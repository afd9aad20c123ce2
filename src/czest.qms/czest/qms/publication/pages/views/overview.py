"""The list of the bulletin's own pages, and one of them with its history."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.declaration import missing
from czest.qms.bulletin.views.pages import DECLARATION
from czest.qms.bulletin.views.pages import EDITORS
from czest.qms.language.dates import long_date
from czest.qms.publication.pages import editing
from czest.qms.publication.pages.rules.declaring import review_due
from czest.qms.publication.pages.rules.editors import editors_problems
from czest.qms.publication.pages.views.base import PageView
from czest.qms.publication.views.desk import DeskView


#: What is still to be written into a page that is made from a form.
INCOMPLETE = {
    DECLARATION: _("Not complete: until it is, the public reads a note in its place."),
    EDITORS: _("Not complete: the data of the editors is missing (§ 11)."),
}


def is_incomplete(page_id, draft):
    """Tell whether the data of a page that is made from a form is not complete."""
    if page_id == DECLARATION:
        return bool(missing(draft.facts))
    return page_id == EDITORS and bool(editors_problems(draft.facts))


class Overview(DeskView):
    """All pages: what is public, since when, by whom."""

    title = _("Pages of the bulletin")

    def rows(self):
        kept = editing.pages()
        return [self.row(page_id, kept.newest(page_id)) for page_id in kept.ids()]

    def row(self, page_id, version):
        return {
            "id": page_id,
            "title": version.draft.title,
            "url": self.address("bulletin-page", id=page_id),
            "edit": self.address("bulletin-page-edit", id=page_id),
            "number": version.number,
            "at": self.moment(version.at),
            "by": self.person(version.by),
            "what": version.what,
            "incomplete": INCOMPLETE[page_id] if is_incomplete(page_id, version.draft) else None,
        }


class Page(PageView):
    """One page: where it is public, what may be done, its versions."""

    @property
    def title(self):
        return self.present.draft.title

    def incomplete(self):
        """Return the sentence of what is missing, or None."""
        return INCOMPLETE[self.page_id] if is_incomplete(self.page_id, self.present.draft) else None

    @property
    def review(self):
        """The address on which the review of the declaration is confirmed, or None."""
        facts = self.present.draft.facts
        if self.page_id != DECLARATION or missing(facts):
            return None
        return self.address("bulletin-page-review", id=self.page_id)

    @property
    def review_deadline(self):
        """The words of when the declaration is to be reviewed, while that is a task; else None."""
        due = review_due(self.present.draft.facts, clock.today()) if self.page_id == DECLARATION else None
        return due and _("To be reviewed by ${day}.", mapping={"day": long_date(due)})

    def rows(self):
        """Return the versions, newest first."""
        return [self.row(version) for version in reversed(self.versions)]

    def row(self, version):
        earlier = version.number > 1
        compared = {"id": self.page_id, "from": version.number - 1, "to": version.number}
        return {
            "number": version.number,
            "at": self.moment(version.at),
            "by": self.person(version.by) or version.post,
            "what": version.what,
            "preview": self.preview(version),
            "compare": self.address("bulletin-page-compare", **compared) if earlier else None,
            "restore": None
            if version is self.present
            else self.address("bulletin-page-restore", id=self.page_id, version=version.number),
        }
