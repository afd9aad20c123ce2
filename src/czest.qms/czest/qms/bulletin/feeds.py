"""The feed of what was published (BIP-12): Atom (RFC 4287) and JSON Feed 1.1, each item with its metryczka and files."""

from czest.qms import _
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.metryczka import as_json
from czest.qms.bulletin.metryczka import metryczka
from czest.qms.bulletin.polish import LANGUAGE
from czest.qms.bulletin.polish import polish
from czest.qms.bulletin.wording import file_format
from czest.qms.bulletin.wording import local_time
from czest.qms.bulletin.wording import word
from lxml import etree


#: Entries in a feed, the newest; a reader who was away longer asks the register of changes.
LENGTH = 50

ATOM = "http://www.w3.org/2005/Atom"
BIP = "urn:czest-qms:bip:feed:1"

#: Time of a feed in which nothing ever was.
_NEVER = "1970-01-01T00:00:00+00:00"


def title_of(snapshot):
    """Return symbol and title in one line; a title blanked for RODO is only its symbol."""
    return f"{snapshot.symbol} {snapshot.title}".strip()


def feed_title(site):
    """Return the title of the feeds."""
    return polish(_("Public information bulletin: ${office}", mapping={"office": site.office}))


def atom(site, entries):
    """Return the Atom feed as bytes.

    Parameters:
        site: SiteFacts.
        entries: list of EntryFacts, newest first, at most :data:`LENGTH`.
    """
    addresses = Addresses(site.address)
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "bip": BIP})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE)
    _add(feed, "id", addresses.named("feed.atom"))
    _add(feed, "title", feed_title(site))
    _add(feed, "updated", local_time(site.changed_at or _NEVER))
    _add(feed, "link", rel="self", href=addresses.named("feed.atom"), type="application/atom+xml")
    _add(feed, "link", rel="alternate", href=addresses.home, type="text/html")
    _add(_add(feed, "author"), "name", site.office)
    for facts in entries:
        _atom_entry(feed, site, facts)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _atom_entry(feed, site, facts):
    snapshot = facts.snapshot
    told = metryczka(site, facts)
    entry = _add(feed, "entry")
    _add(entry, "id", told["address"])
    _add(entry, "title", title_of(snapshot))
    _add(entry, "published", told["published_at"])
    _add(entry, "updated", local_time(facts.changed_at))
    _add(entry, "link", rel="alternate", href=told["address"], type="text/html")
    _add(entry, "link", rel="related", href=f"{told['address']}/metryczka.json", type="application/json")
    _add(entry, "category", term=snapshot.section, scheme=f"{site.address}/menu")
    _add(entry, "category", term=facts.state, label=polish(word(facts.state, snapshot.is_record)), scheme=BIP)
    _add(entry, "summary", summary_of(facts))
    for file in told.get("files", ()):
        link = _add(entry, "link", rel="enclosure", href=file["address"], type=file["media_type"])
        link.set("title", file["title"])
        link.set("length", str(file["size"]))
        link.set(f"{{{BIP}}}sha256", file["sha256"])
    etree.SubElement(entry, f"{{{BIP}}}metryczka").text = as_json(told).decode()


def summary_of(facts):
    """Return what the item says in a sentence; of a withdrawn entry, why it was withdrawn."""
    if facts.is_withdrawn:
        return polish(_("Withdrawn: ${reason}", mapping={"reason": facts.withdrawal.reason}))
    return facts.snapshot.summary


def json_feed(site, entries):
    """Return the JSON feed as a dict; see :func:`atom` for the parameters."""
    addresses = Addresses(site.address)
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(site),
        "home_page_url": addresses.home,
        "feed_url": addresses.named("feed.json"),
        "language": LANGUAGE,
        "authors": [{"name": site.office}],
        "items": [_item(site, facts) for facts in entries],
    }


def _item(site, facts):
    told = metryczka(site, facts)
    return {
        "id": told["address"],
        "url": told["address"],
        "title": title_of(facts.snapshot),
        "content_text": summary_of(facts),
        "date_published": told["published_at"],
        "date_modified": local_time(facts.changed_at),
        "tags": [facts.snapshot.section, facts.state],
        "attachments": [
            {
                "url": file["address"],
                "mime_type": file["media_type"],
                "title": f"{file['title']} ({file_format(file['name'])})",
                "size_in_bytes": file["size"],
            }
            for file in told.get("files", ())
        ],
        "_bip": told,
    }


def _add(parent, name, text=None, **attributes):
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element
