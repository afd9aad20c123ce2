"""Work counted in calls instead of seconds, which depend on the machine."""

import gc
import sys


def calls_of(function):
    """Return how many functions, of Python and of C, a call of ``function`` calls."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    # What the collector of garbage happens to finish meanwhile is not called by the function.
    gc.collect()
    gc.disable()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
        gc.enable()
    return counted
