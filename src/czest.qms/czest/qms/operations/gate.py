"""The gate: controlled objects accept changes only while an operation holds it open.

The gate is a context variable of the running thread, never a value of the request, so no client can set it.
"""

import contextlib
import contextvars


_open_for = contextvars.ContextVar("czest.qms.operations.gate", default=None)


def open_for():
    """Return the id of the operation that holds the gate open, or None."""
    return _open_for.get()


@contextlib.contextmanager
def opened(operation_id):
    """Hold the gate open for the code inside the ``with`` block.

    Parameters:
        operation_id: id of the operation, such as ``"approve"``.
    """
    token = _open_for.set(operation_id)
    try:
        yield
    finally:
        _open_for.reset(token)
