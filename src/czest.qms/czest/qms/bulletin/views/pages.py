"""The bulletin's own pages: texts, editors, the accessibility declaration, the site map, and *no such page*."""

from czest.qms import _
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import SITE_MAP
from czest.qms.bulletin.declaration import declaration
from czest.qms.bulletin.declaration import Incomplete
from czest.qms.bulletin.text import shown_text
from czest.qms.bulletin.views.rendering import Head
from czest.qms.bulletin.views.rendering import render


DECLARATION = "deklaracja-dostepnosci"
EDITORS = "redakcja"

#: Pages made of the facts of a form, with their templates.
_OF_FACTS = {DECLARATION: "declaration", EDITORS: "editors"}


def own_page(site, page):
    """Return a page of the bulletin's own as bytes.

    The declaration is shown by its text until its facts are complete: half a declaration would be none.

    Parameters:
        site, page: SiteFacts and PageFacts.
    """
    head = Head(title=page.title, canonical=Addresses(site.address).page(page.id), section=page.id)
    values = {"page": page, "text": shown_text(page.body, heading=2), "stated": _stated(page)}
    template = _OF_FACTS.get(page.id, "page")
    if template == "declaration" and values["stated"] is None:
        template = "page"
    return render(template, site, head, **values)


def _stated(page):
    if page.id != DECLARATION:
        return None
    try:
        return declaration(page.facts)
    except Incomplete:
        return None


def site_map_page(site):
    """Return the site map for people as bytes."""
    head = Head(title=_("Site map"), canonical=Addresses(site.address).named(SITE_MAP))
    return render("sitemap", site, head)


def not_found_page(site):
    """Return the page shown where nothing is published, as bytes; it does not say what was asked."""
    return render("notfound", site, Head(title=_("There is no such page"), noindex=True))
