"""How every public door answers: the same bytes for the same content, safe headers, and *not changed* where it is so."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from czest.qms.bulletin.doors import PublicDoor
from czest.qms.bulletin.reading import site_facts
from czest.qms.language.dates import moment_of
import datetime
from email.utils import format_datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from Products.CMFCore.utils import getToolByName
from zExceptions import NotFound


#: A withdrawal is seen at every door within a minute, whatever keeps copies on the way: a server before this one may
#: show a copy for 20 s and for 10 s more while it asks anew, and so may the browser behind it.
MAX_AGE, WHILE_ASKING = 20, 10
ONE_YEAR = 365 * 24 * 60 * 60

SHORT = f"public, max-age={MAX_AGE}, stale-while-revalidate={WHILE_ASKING}"
FOREVER = f"public, max-age={ONE_YEAR}, immutable"

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}

#: Views of content that is reached by its own address.
NAMES_OF_VIEWS = ("view", "bulletin-home")

HTML = "text/html; charset=utf-8"


class Answer(PublicDoor):
    """Base of the public doors: a subclass says what the content is.

    Attributes:
        media_type: value of ``Content-Type``.
        cache_control: value of ``Cache-Control``.
        status: of HTTP.
    """

    media_type = HTML
    cache_control = SHORT
    status = 200

    def content(self):
        """Return the bytes.

        Raises:
            NotFound: when nothing is published there.
        """
        raise NotImplementedError

    def changed_at(self):
        """Return when the content last changed, ISO 8601 in UTC, or an empty text."""
        return self.site_facts.changed_at

    def tag(self, content):
        """Return what stands for the content in ``ETag``, without quotation marks."""
        return sha256(content).hexdigest()[:32]

    @property
    def site(self):
        """The bulletin's site."""
        return getToolByName(self.context, "portal_url").getPortalObject()

    @property
    def site_facts(self):
        """SiteFacts, read once."""
        if self._site_facts is None:
            self._site_facts = site_facts(self.site)
        return self._site_facts

    _site_facts = None

    def parameter(self, name):
        """Return a parameter of the address as text; what is missing or no text is empty."""
        value = self.request.form.get(name, "")
        # Bytes that are no UTF-8 come as lone surrogates, which no answer can hold.
        return value.encode(errors="ignore").decode() if isinstance(value, str) else ""

    def __call__(self):
        """Answer."""
        require_contained(self.context)
        require_own_address(self.request)
        content = self.content()
        response = self.request.response
        set_headers(response, self.media_type, self.cache_control)
        response.setStatus(self.status)
        if self.status != 200:
            return content
        tag = f'"{self.tag(content)}"'
        response.setHeader("ETag", tag)
        changed_at = self.changed_at()
        if changed_at:
            response.setHeader("Last-Modified", http_date(changed_at))
        return whole_or_known(self.request, content)


def whole_or_known(request, content):
    """Return the content, or nothing with status 304 where the reader has it already.

    Parameters:
        request: the request; the headers of its response are set.
        content: bytes, or what reads them.
    """
    response = request.response
    if is_known(request, response.getHeader("ETag"), response.getHeader("Last-Modified")):
        response.setStatus(304)
        return b""
    return content


def set_headers(response, media_type, cache_control):
    """Set the headers that every answer has."""
    response.setHeader("Content-Type", media_type)
    response.setHeader("Cache-Control", cache_control)
    for name, value in SECURITY.items():
        response.setHeader(name, value)


def require_contained(content):
    """Check that content was reached where it is, and not through another folder: one thing has one address.

    Raises:
        NotFound: when it was acquired.
    """
    while content is not None:
        above = aq_parent(content)
        if aq_base(above) is not aq_base(aq_parent(aq_inner(content))):
            raise NotFound
        content = above


def require_own_address(request):
    """Check that a page was not asked by the name that Plone gives its view: one thing has one address.

    Raises:
        NotFound: when it was.
    """
    if request["ACTUAL_URL"].rpartition("/")[2].removeprefix("@@") in NAMES_OF_VIEWS:
        raise NotFound


def http_date(at):
    """Return a stored time as HTTP writes it."""
    return format_datetime(moment_of(at).astimezone(datetime.UTC), usegmt=True)


def is_known(request, tag, last_modified):
    """Tell whether the reader has this content already (RFC 9110, 13.2.2).

    Parameters:
        request: the request.
        tag: of the content, in quotation marks.
        last_modified: as HTTP writes it, or None.
    """
    known = request.getHeader("If-None-Match")
    if known is not None:
        tags = [each.strip().removeprefix("W/") for each in known.split(",")]
        return "*" in tags or tag in tags
    since = request.getHeader("If-Modified-Since")
    if since is None or not last_modified:
        return False
    try:
        return parsedate_to_datetime(last_modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
