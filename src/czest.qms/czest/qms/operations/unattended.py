"""Operations that nobody asks for: the scheduler performs them because their day has come."""

from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.operations.performing import perform
import logging
from transaction.interfaces import TransientError


logger = logging.getLogger(__name__)


def perform_each(operations):
    """Perform operations and return the objects of those that were done.

    One that fails is logged and must not keep the others waiting.

    Parameters:
        operations: Operations bound to their objects, in the order in which they are to be done.

    Raises:
        TransientError: a conflict; the transaction is for the caller to repeat.
    """
    return [operation.context for operation in operations if _is_done(operation)]


def _is_done(operation):
    try:
        perform(operation)
    except TransientError:
        raise
    except Exception:
        subject = ITrailSubject(operation.context)
        logger.exception("The operation %s failed on %s, edition %s", operation.id, subject.label, subject.edition)
        return False
    return True
