"""Templates filled with plain values: they reach neither the request nor any object of the site."""

from chameleon import PageTemplateLoader
from czest.qms.bulletin import static_files
from czest.qms.bulletin import wording
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import link
from czest.qms.bulletin.polish import LANGUAGE
from czest.qms.bulletin.sections import BY_ID
from czest.qms.bulletin.sections import GROUPS
from czest.qms.bulletin.views.icons import icon
from dataclasses import dataclass
from pathlib import Path
from zope.i18n import translate


#: Attributes without a value.
_BOOLEAN = {"checked", "selected", "disabled", "required"}


def _translate(msgid, domain=None, mapping=None, context=None, target_language=None, default=None):
    text = translate(msgid, domain=domain, mapping=mapping, target_language=LANGUAGE, default=default)
    return wording.set_line(text)


_templates = PageTemplateLoader(
    str(Path(__file__).parent / "templates"),
    ".pt",
    translate=_translate,
    boolean_attributes=_BOOLEAN,
    trim_attribute_space=True,
)


@dataclass(frozen=True)
class Crumb:
    """A step of the way to a page: an address and a title."""

    address: str
    title: str


@dataclass(frozen=True)
class Head:
    """What the layout is told of a page.

    Parameters:
        title: of the window, without the name of the site; empty on the home page.
        canonical: the one address of the page, or empty where it has none.
        description: a sentence for search engines, or empty.
        noindex: True where search engines shall pass it over (BIP-6).
        crumbs: the way to the page, the page itself left out.
        section: id of the section the page belongs to, or of the item of the menu it is.
        bare: True where neither menu nor search in the head is shown: the home page has its own.
    """

    title: str
    canonical: str = ""
    description: str = ""
    noindex: bool = False
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    bare: bool = False


def render(name, site, head, **values):
    """Return a whole page as UTF-8 bytes.

    Parameters:
        name: of a template, without ``.pt``.
        site: SiteFacts.
        head: Head.
        values: what the template itself needs.
    """
    told = {
        "layout": _templates["layout"],
        "parts": _templates["parts"].macros,
        "site": site,
        "head": head,
        "at": Addresses(site.address),
        "link": link,
        "static": lambda file: static_files.address(site.address, file),
        "icon": icon,
        "words": wording,
        "groups": GROUPS,
        "sections": BY_ID,
    }
    return _templates[name](**told, **values).encode()
