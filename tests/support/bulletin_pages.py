"""Every kind of page of the bulletin, drawn from invented facts."""

from czest.qms.bulletin.batching import Batch
from czest.qms.bulletin.views.entry import entry_page
from czest.qms.bulletin.views.entry import loose_page
from czest.qms.bulletin.views.lists import changes_page
from czest.qms.bulletin.views.lists import Hit
from czest.qms.bulletin.views.lists import home_page
from czest.qms.bulletin.views.lists import month
from czest.qms.bulletin.views.lists import register_page
from czest.qms.bulletin.views.lists import search_page
from czest.qms.bulletin.views.lists import section_page
from czest.qms.bulletin.views.pages import not_found_page
from czest.qms.bulletin.views.pages import own_page
from czest.qms.bulletin.views.pages import site_map_page
from support import bulletin_samples as samples


def every_page():
    """Return the bytes of every kind of page by name."""
    site = samples.site()
    rows = [samples.listed(), samples.listed(symbol="PS-02", title="")]
    edited = samples.own_page().changes[0]
    changes = [
        samples.listed_change(edited, title="Instrukcja", symbol="", kind_title="", state=""),
        samples.listed_change(),
        samples.listed_change(samples.withdrawn_entry().changes[-1], state="withdrawn"),
    ]
    long = Batch(120, 50)
    page = samples.listed(symbol="", number="", kind_title="", state="", in_force_from="", published_at="")
    of_page = Hit(page, [("Instrukcja", False)], [])
    hit = Hit(samples.listed(), [("Nadzór", True), (" nad", False)], [("o ", False), ("nadzorze", True)])
    return {
        "home": home_page(site, changes),
        "home-empty": home_page(samples.site(counts={}, changed_at=""), []),
        "section": section_page(site, "procedury", rows, long),
        "section-empty": section_page(site, "inne", [], Batch(0, 0)),
        "register": register_page(site, rows, long),
        "changes": changes_page(site, changes, long, [month("2026-04"), month("2026-03")], "2026-04"),
        "search": search_page(site, "nadzór", False, [hit, of_page], long),
        "search-empty": search_page(site, "", True, [], Batch(0, 0)),
        "entry": entry_page(site, samples.entry()),
        "entry-archived": entry_page(site, samples.archived_entry()),
        "entry-withdrawn": entry_page(site, samples.withdrawn_entry()),
        "package": loose_page(site, samples.entry()),
        "page": own_page(site, samples.own_page()),
        "editors": own_page(site, samples.own_page("redakcja")),
        "declaration": own_page(site, samples.own_page("deklaracja-dostepnosci", body="")),
        "site-map": site_map_page(site),
        "not-found": not_found_page(site),
    }
