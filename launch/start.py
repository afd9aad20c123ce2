"""``make start``: everything from a fresh clone to a system that answers."""

import contextlib
from launch.answers import socket_answers
from launch.answers import web_answers
from launch.buildout import ensure_buildout
from launch.buildout import require_usable_root
from launch.environment import ensure_environment
from launch.exclusive import alone
from launch.interpreter import find_interpreter
from launch.ports import HOST
from launch.ports import read_port
from launch.ports import require_free
from launch.removal import remove
from launch.services import Service
from launch.services import stop_together
from launch.services import wait_until
from launch.stamps import write
from launch.steps import run_step
import os
import time


PORT_VARIABLE = "QMS_PORT"
PORT = 8080

#: Seconds that a service gets to answer; a slow machine under load needs many.
PATIENCE = 180


def run(layout, progress):
    """Build what is missing, start the services, and stay until stopped.

    Raises:
        Failure: when something does not work.
        Stopped: when a person stops it.
    """
    with built(layout, progress, port_needed=True) as port, contextlib.ExitStack() as running:
        serve(layout, port, progress, running)


def build(layout, progress):
    """Build what is missing and start nothing.

    Raises:
        Failure: when something does not work.
    """
    with built(layout, progress, port_needed=False):
        pass


@contextlib.contextmanager
def built(layout, progress, port_needed):
    """Check the machine, build what is missing, give the port, and keep other launchers out meanwhile."""
    require_usable_root(layout)
    interpreter = find_interpreter(os.environ)
    port = read_port(os.environ, PORT_VARIABLE, PORT)
    with alone(layout.launch_lock):
        if port_needed:
            require_free(port, PORT_VARIABLE)
        ensure_environment(layout, interpreter, progress)
        ensure_buildout(layout, port, progress)
        yield port


def serve(layout, port, progress, running):
    """Start the services, announce them and watch them."""
    prepare_data(layout, progress)
    database = database_server(layout)
    running.callback(database.stop)
    database.start()
    with progress.step("Starting the database server"):
        wait_until(lambda: socket_answers(layout.socket), [database], PATIENCE, "The database server does not answer.")
    make_site(layout, progress)
    services = [database, intranet(layout), worker(layout)]
    # The database stops last.
    running.callback(stop_together, services[1:])
    for service in services[1:]:
        service.start()
    address = f"http://{HOST}:{port}/qms"
    with progress.step("Starting the intranet and the worker"):
        for answers in (lambda: web_answers(address), layout.worker_ready.exists):
            wait_until(answers, services, PATIENCE, f"The intranet or the worker does not answer; see {layout.logs}.")
    announce(layout, address, progress.write)
    watch(services)


def prepare_data(layout, progress):
    """Make the folders of the database; remove a demo site whose making was interrupted, or that nobody wants."""
    if layout.site_unfinished.exists():
        with progress.step("Removing the half-made demo site of an interrupted run"):
            forget_site(layout)
    elif layout.fresh:
        forget_site(layout)
    remove(layout.worker_ready)
    for folder in (layout.socket.parent, layout.blobs):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    layout.files.parent.mkdir(parents=True, exist_ok=True)
    if not layout.site_complete.exists() and not layout.files.exists():
        write(layout.site_unfinished, "A demo site is being made.\n")


def forget_site(layout):
    """Remove everything that the making of a site wrote."""
    for path in [*layout.data_of_site, layout.site_complete, layout.site_unfinished]:
        remove(path)


def make_site(layout, progress):
    """Make the demo site at the first start; a site that is there is left alone."""
    if layout.site_complete.exists():
        return
    with progress.step("Making the demo site"):
        command = [layout.bin / "qms", "demo"]
        run_step(command, layout.logs / "demo.log", "The demo site could not be made", layout.root)
    write(layout.site_complete, "The site was wholly made.\n")
    remove(layout.site_unfinished)


def database_server(layout):
    """Return the service that holds the database (ZEO)."""
    command = [layout.environment / "bin" / "runzeo", "-C", layout.database_configuration]
    return Service("database server", command, layout.logs / "zeo-console.log", layout.root)


def intranet(layout):
    """Return the service that answers the staff's browsers."""
    command = [layout.environment / "bin" / "runwsgi", layout.web_configuration]
    return Service("intranet", command, layout.logs / "intranet-console.log", layout.root)


def worker(layout):
    """Return the service that runs the jobs."""
    command = [layout.bin / "qms", "worker", "--ready-file", layout.worker_ready]
    return Service("worker", command, layout.logs / "worker.log", layout.root)


def announce(layout, address, write_line):
    """Say where everything is."""
    write_line(f"Intranet: {address}")
    if layout.accounts.exists():
        write_line(f"Accounts of the demo: {layout.accounts}")
    write_line(f"Logs: {layout.logs}")
    write_line("READY")


def watch(services, sleep=time.sleep):
    """Stay until stopped, or until a service ends by itself.

    Raises:
        Failure: when a service has ended.
    """
    while True:
        for service in services:
            service.require_running()
        sleep(1)
