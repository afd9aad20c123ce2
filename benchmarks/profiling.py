"""``python -m benchmarks.profiling FOLDER COOKIE OUTPUT``: where the time of each of our pages goes.

It publishes the pages in its own process, with no HTTP around, on the database that was measured.
"""

from benchmarks.pages import COMPARISONS
from benchmarks.reader import HEADERS
from benchmarks.serving import application
import cProfile
import io
from pathlib import Path
import pstats
import sys
from wsgiref.util import setup_testing_defaults


#: Requests before and under the profiler, and functions in the report.
WARM_UP, REQUESTS, LINES = 5, 40, 30


def publish(served, page, cookie):
    """Publish a page once and return its status and bytes."""
    path, _mark, query = page.address.partition("?")
    environ = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_ACCEPT": HEADERS["Accept"],
        "HTTP_ACCEPT_LANGUAGE": HEADERS["Accept-Language"],
        "HTTP_COOKIE": cookie,
    }
    setup_testing_defaults(environ)
    statuses = []
    answer = served(environ, lambda status, _headers, _error=None: statuses.append(status))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return int(statuses[0][:3]), body


def profile(served, page, cookie):
    """Return the functions that took most of the time of a page, as text: by their own time, then with their calls."""
    for _time in range(WARM_UP):
        page.check(*publish(served, page, cookie))
    profiler = cProfile.Profile()
    profiler.enable()
    for _time in range(REQUESTS):
        publish(served, page, cookie)
    profiler.disable()
    text = io.StringIO()
    text.write(f"{page.address}, {REQUESTS} requests\n")
    statistics = pstats.Stats(profiler, stream=text)
    statistics.sort_stats("tottime").print_stats(LINES)
    statistics.sort_stats("cumulative").print_stats(LINES)
    return text.getvalue()


def main(folder, cookie, output):
    """Write one file for each of our pages."""
    served = application(folder)
    output.mkdir(parents=True, exist_ok=True)
    for comparison in COMPARISONS:
        path = output / f"{comparison.name}.txt"
        path.write_text(profile(served, comparison.ours, cookie), encoding="utf-8")
        print(path, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
