"""The register of accessibility requests, as it is stored."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOTreeSet
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.requests.rules.request import order
from czest.qms.publication.requests.rules.request import Request
from persistent import Persistent
from zope.interface import implementer


@implementer(IAccessibilityRequests)
class AccessibilityRequests(Persistent):
    """See IAccessibilityRequests."""

    def __init__(self):
        self._requests = IOBTree()
        self._open = OOTreeSet()

    def add(self, **facts):
        number = self._requests.maxKey() + 1 if self._requests else 1
        request = Request(number, **facts)
        self.put(request)
        return request

    def put(self, request):
        self._requests[request.number] = request
        if request.is_open:
            self._open.insert(request.number)
        elif request.number in self._open:
            self._open.remove(request.number)

    def request(self, number):
        return self._requests[number]

    def requests(self):
        return sorted(self._requests.values(), key=order)

    def open_requests(self):
        return sorted((self._requests[number] for number in self._open), key=order)
