"""``python -m benchmarks.serving FOLDER PORT [SITE…]``: the server that is measured, one process with a database of its own."""

from benchmarks.sites import make_sites
from benchmarks.sites import MAKERS
import os
from pathlib import Path
import sys
import time
from waitress import create_server
from Zope2.Startup.run import make_wsgi_app
from ZPublisher.httpexceptions import HTTPExceptionHandler


#: As in the deployment (profiles/base.cfg).
THREADS = 4
CACHED_OBJECTS = 30000

CONFIGURATION = """\
%define INSTANCEHOME {folder}
instancehome $INSTANCEHOME
debug-mode off
<environment>
    zope_i18n_compile_mo_files true
</environment>
<zodb_db main>
    cache-size {objects}
    <blobstorage>
        blob-dir {folder}/blobs
        <filestorage>
            path {folder}/Data.fs
        </filestorage>
    </blobstorage>
    mount-point /
</zodb_db>
"""


def configure(folder):
    """Write zope.conf into a folder, keep everything that the product writes there too, and return its path."""
    os.environ["QMS_HEAD_LOG"] = str(folder / "trail-heads.jsonl")
    os.environ["QMS_DEMO_ACCOUNTS"] = str(folder / "accounts.json")
    path = folder / "zope.conf"
    path.write_text(CONFIGURATION.format(folder=folder, objects=CACHED_OBJECTS), encoding="utf-8")
    return path


def application(folder):
    """Start Zope on the database of a folder and return the application that a WSGI server calls."""
    return HTTPExceptionHandler(make_wsgi_app({}, str(configure(folder))))


def timed(served):
    """Return the application with the processor time of each answer in its header ``Server-Timing``, milliseconds."""

    def application(environ, start_response):
        begun = time.thread_time()

        def start(status, headers, *error):
            taken = (time.thread_time() - begun) * 1000
            return start_response(status, [*headers, ("Server-Timing", f"cpu;dur={taken:.3f}")], *error)

        return served(environ, start)

    return application


def main(folder, port, sites):
    """Make the sites where they are missing, say READY and serve until ended."""
    served = application(folder)
    make_sites(os.environ["BENCHMARK_PASSWORD"], sites or MAKERS)
    server = create_server(timed(served), host="127.0.0.1", port=port, threads=THREADS)
    print("READY", flush=True)
    server.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
