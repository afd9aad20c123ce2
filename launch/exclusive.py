"""One launcher at a time in one clone."""

import contextlib
import fcntl
from launch.failure import Failure


@contextlib.contextmanager
def alone(path):
    """Hold the lock file while the ``with`` block runs; the system frees it even if the launcher is killed.

    Raises:
        Failure: when another launcher holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure("The system runs in this folder already: stop the other make start first.") from None
        yield
