"""What search engines are told: the sitemap (sitemaps.org) and robots.txt."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import CHANGES
from czest.qms.bulletin.addresses import REGISTER
from czest.qms.bulletin.addresses import SEARCH
from czest.qms.bulletin.addresses import SITE_MAP
from czest.qms.bulletin.sections import SECTIONS
from czest.qms.bulletin.wording import local_time
from lxml import etree


NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

#: A sitemap may not hold more addresses.
MOST = 50_000


def sitemap(site, subjects):
    """Return the sitemap as bytes: the fixed pages, then the canonical address of every published document.

    Parameters:
        site: SiteFacts.
        subjects: iterable of (symbol, time of publication in ISO 8601).
    """
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})
    addresses = Addresses(site.address)
    fixed = _fixed(site, addresses)
    for address in fixed:
        _add(root, address)
    for _number, (symbol, at) in zip(range(MOST - len(fixed)), subjects, strict=False):
        _add(root, addresses.subject(symbol), local_time(at))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _fixed(site, addresses):
    return [
        addresses.home,
        *(addresses.section(section.id) for section in SECTIONS if site.counts.get(section.id)),
        *(addresses.page(page_id) for page_id in site.titles),
        *(addresses.named(name) for name in (REGISTER, CHANGES, SITE_MAP)),
    ]


def _add(root, address, changed_at=None):
    url = etree.SubElement(root, f"{{{NAMESPACE}}}url")
    etree.SubElement(url, f"{{{NAMESPACE}}}loc").text = address
    if changed_at:
        etree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = changed_at


def robots(site):
    """Return robots.txt: all may be read; answers of the search are no pages of their own."""
    addresses = Addresses(site.address)
    path = "/" + addresses.named(SEARCH).partition("://")[2].partition("/")[2]
    lines = ["User-agent: *", f"Disallow: {path}", f"Sitemap: {addresses.named('sitemap.xml')}", ""]
    return "\n".join(lines).encode()
