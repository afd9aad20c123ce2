"""What a person sees while waiting."""

import contextlib
import time


#: Steps shorter than this, in seconds, end without a line of their own.
SILENT = 2.0


class Progress:
    """Prints each step when it begins, and how long it took when that was noticeable.

    Parameters:
        write: function that prints one line at once.
        clock: function that returns seconds.
    """

    def __init__(self, write=None, clock=time.monotonic):
        self.write = write or (lambda line: print(line, flush=True))
        self.clock = clock

    @contextlib.contextmanager
    def step(self, title):
        """Announce a step for the code inside the ``with`` block."""
        self.write(title + " ...")
        begun = self.clock()
        yield
        seconds = self.clock() - begun
        if seconds >= SILENT:
            self.write(f"  done in {seconds:.0f} s.")
