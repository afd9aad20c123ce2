"""What the guards of our workflow definitions ask."""

from czest.qms.operations import gate
from Products.Five.browser import BrowserView


class OperationGuard(BrowserView):
    """Tells whether an operation is being performed; asked by guards as ``object/@@qms-operation``."""

    def __call__(self):
        return gate.open_for() is not None
