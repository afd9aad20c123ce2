"""The stylesheets and the one script of our pages, at addresses that change with their content.

Barceloneta's compiled stylesheet, which carries Bootstrap, is served from here too: its own address is closed to
strangers with the rest of the site, and the sign-in page needs it.
"""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


STATIC = Path(__file__).parent / "static"

#: Sections of the stylesheet in their order; later ones may refine earlier ones.
SECTIONS = (
    "tokens",
    "base",
    "chrome",
    "states",
    "titleblock",
    "editing",
    "document",
    "redline",
    "comparison",
    "drafting",
    "buttons",
    "tables",
    "facets",
    "fields",
    "dialogs",
    "messages",
    "home",
    "inbox",
    "publication",
    "archive",
    "holds",
    "workflows",
    "workflow-editing",
    "settings",
    "plone",
    "phone",
    "reading",
    "remarks",
    "outside",
    "register",
    "records",
    "preferences",
    "print",
)

#: Parts of the script; each stands by itself.
SCRIPTS = (
    "comforts",
    "dialogs",
    "suggestions",
    "registration",
    "consequences",
    "comparison",
    "batches",
    "progress",
    "remarks",
)

ONE_YEAR = 365 * 24 * 60 * 60


def joined(kind, names):
    """Return the files of a kind, ``css`` or ``js``, one after another as text."""
    return "\n".join((STATIC / kind / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


def stylesheet():
    """Return the whole stylesheet as text."""
    return joined("css", SECTIONS)


def bootstrap():
    """Return Barceloneta's compiled stylesheet as bytes."""
    return (files("plonetheme.barceloneta") / "theme" / "css" / "barceloneta.min.css").read_bytes()


FILES = {
    "barceloneta.css": ("text/css; charset=utf-8", bootstrap()),
    "qms.css": ("text/css; charset=utf-8", stylesheet().encode()),
    "qms.js": ("text/javascript; charset=utf-8", joined("js", SCRIPTS).encode()),
    "editing.js": ("text/javascript; charset=utf-8", joined("js", ["editing"]).encode()),
}

#: Part of the address: another content has another address, so browsers keep what they have for a year.
DIGEST = sha256(b"".join(content for _kind, content in FILES.values())).hexdigest()[:16]


def address(name):
    """Return the path of an asset from the site, as in ``@@qms-assets/1f…/qms.css``."""
    return f"@@qms-assets/{DIGEST}/{name}"


@implementer(IPublishTraverse)
class Assets(BrowserView):
    """Serves ``@@qms-assets/DIGEST/NAME``."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []

    def publishTraverse(self, request, name):
        self.steps.append(name)
        return self

    def __call__(self):
        """Return the file.

        Raises:
            NotFound: for an unknown name.
        """
        name = self.steps[-1] if len(self.steps) == 2 else None
        if name not in FILES:
            raise NotFound(name)
        kind, content = FILES[name]
        response = self.request.response
        response.setHeader("Content-Type", kind)
        if self.steps[0] == DIGEST:
            response.setHeader("Cache-Control", f"public, max-age={ONE_YEAR}, immutable")
        else:
            response.setHeader("Cache-Control", "no-cache")
        return content
