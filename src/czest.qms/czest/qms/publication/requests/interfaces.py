"""Interfaces of the register of accessibility requests."""

from zope.interface import Interface


#: Held by the coordinators of accessibility; nobody else sees the requests.
KEEPER_PERMISSION = "czest.qms: Keep accessibility requests"


class IAccessibilityRequests(Interface):
    """Local utility: accessibility requests (art. 18 of the act of 4.04.2019), as ``rules.request.Request``.

    They hold personal data, so they are in no catalog, and neither the trail nor any log repeats them.
    """

    def add(**facts):
        """Enter a request and return it; its number is the next one."""

    def put(request):
        """Put a request in the place of the one with the same number."""

    def request(number):
        """Return a request.

        Raises:
            KeyError: there is no such number.
        """

    def requests():
        """Return every request: open ones by their deadline, then closed ones."""

    def open_requests():
        """Return the open requests by their deadline; no closed one is loaded."""
