"""Stopping: no process that was started here outlives the launcher."""

import contextlib
import ctypes
from launch.failure import Stopped
import os
import signal
import subprocess
import sys


#: Option of prctl(2): the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1

#: Seconds that a process gets to end by itself.
PATIENCE = 10

_prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def stop_on_signals():
    """Turn Ctrl-C and SIGTERM into Stopped, raised where the launcher is at that moment."""

    def stop(_number, _frame):
        # A second signal must not interrupt the stopping.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise Stopped

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


@contextlib.contextmanager
def undisturbed():
    """Let Ctrl-C and SIGTERM wait until the end of the block.

    Stopped, raised while ``subprocess`` holds the lock of a process, would leave it locked, and the stopping for ever
    waiting.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop_with_parent(environ):
    """Stop when make ends, even if it was killed; a launcher called without make goes on."""
    if "MAKELEVEL" in environ:
        end_with_launcher()


def end_with_launcher():
    """Let this process get SIGTERM when its parent ends; known on Linux only."""
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def end_group(process, patience=PATIENCE):
    """End a process that leads a group, with all of the group; first politely, then not.

    Parameters:
        process: Popen started in a session of its own.
        patience: seconds to wait between the two.
    """
    signal_group(process, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    signal_group(process, signal.SIGKILL)
    process.wait()


def signal_group(process, number):
    """Send a signal to a process that leads a group, and to all of the group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
