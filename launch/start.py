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
from launch.ports import read_ports
from launch.ports import require_both_free
from launch.removal import remove
from launch.services import Service
from launch.services import stop_together
from launch.services import wait_until
from launch.stamps import write
from launch.steps import run_step
import os
import time


#: All that the public process is told of its surroundings: nothing that could lead to the intranet.
PUBLIC_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "BIP_PUBLIC_ADDRESS")

#: Seconds that a service gets to answer; a slow machine under load needs many.
PATIENCE = 180


def run(layout, progress):
    """Build what is missing, start the services, and stay until stopped.

    Raises:
        Failure: when something does not work.
        Stopped: when a person stops it.
    """
    with built(layout, progress, ports_needed=True) as ports, contextlib.ExitStack() as running:
        serve(layout, ports, progress, running)


def build(layout, progress):
    """Build what is missing and start nothing.

    Raises:
        Failure: when something does not work.
    """
    with built(layout, progress, ports_needed=False):
        pass


@contextlib.contextmanager
def built(layout, progress, ports_needed):
    """Check the machine, build what is missing, give the ports, and keep other launchers out meanwhile."""
    require_usable_root(layout)
    interpreter = find_interpreter(os.environ)
    ports = read_ports(os.environ)
    with alone(layout.launch_lock):
        if ports_needed:
            require_both_free(ports)
        ensure_environment(layout, interpreter, progress)
        ensure_buildout(layout, ports, progress)
        yield ports


def serve(layout, ports, progress, running):
    """Start the services, announce them and watch them."""
    prepare_data(layout, progress)
    databases = [database_server(layout), bulletin_database_server(layout)]
    running.callback(stop_together, databases)
    for database in databases:
        database.start()
    with progress.step("Starting the database servers"):
        for socket in (layout.socket, layout.bulletin_socket):
            failure = "The database servers do not answer."
            wait_until(lambda socket=socket: socket_answers(socket), databases, PATIENCE, failure)
    make_site(layout, progress)
    processes = [intranet(layout), worker(layout), bulletin(layout)]
    # The databases stop last.
    running.callback(stop_together, processes)
    for service in processes:
        service.start()
    services = [*databases, *processes]
    addresses = (f"http://{HOST}:{ports.intranet}/qms", f"http://{HOST}:{ports.bulletin}/bip")
    with progress.step("Starting the intranet, the worker and the bulletin"):
        conditions = [layout.worker_ready.exists, *(lambda address=each: web_answers(address) for each in addresses)]
        for answers in conditions:
            failure = f"The intranet, the worker or the bulletin does not answer; see {layout.logs}."
            wait_until(answers, services, PATIENCE, failure)
    announce(layout, addresses, progress.write)
    watch(services)


def prepare_data(layout, progress):
    """Make the folders of the database; remove a demo site whose making was interrupted, or that nobody wants."""
    if layout.site_unfinished.exists():
        with progress.step("Removing the half-made demo site of an interrupted run"):
            forget_site(layout)
    elif layout.fresh:
        forget_site(layout)
    remove(layout.worker_ready)
    for folder in (layout.socket.parent, layout.blobs, layout.bulletin_socket.parent, layout.bulletin_blobs):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (layout.files.parent, layout.bulletin_files.parent, *layout.bulletin_folders):
        folder.mkdir(parents=True, exist_ok=True)
    if not layout.site_complete.exists() and not layout.files.exists():
        write(layout.site_unfinished, "A demo site is being made.\n")


def forget_site(layout):
    """Remove everything that the making of a site wrote."""
    for path in [*layout.data_of_site, layout.site_complete, layout.site_unfinished]:
        remove(path)


def make_site(layout, progress):
    """Make the demo site at the first start; a site that is there is left alone, and gets a bulletin if it has none."""
    if layout.site_complete.exists():
        make_bulletin(layout, progress)
        return
    with progress.step("Making the demo site"):
        command = [layout.bin / "qms", "demo"]
        run_step(command, layout.logs / "demo.log", "The demo site could not be made", layout.root)
    write(layout.bulletin_complete, "The bulletin was wholly made.\n")
    write(layout.site_complete, "The site was wholly made.\n")
    remove(layout.site_unfinished)


def make_bulletin(layout, progress):
    """Make the bulletin of a site that is older than the bulletin."""
    if layout.bulletin_complete.exists():
        return
    with progress.step("Making the bulletin"):
        command = [layout.bin / "qms", "make-bulletin"]
        run_step(command, layout.logs / "bulletin.log", "The bulletin could not be made", layout.root)
    write(layout.bulletin_complete, "The bulletin was wholly made.\n")


def database_server(layout):
    """Return the service that holds the database of the intranet (ZEO)."""
    command = [layout.environment / "bin" / "runzeo", "-C", layout.database_configuration]
    return Service("database server", command, layout.logs / "zeo-console.log", layout.root)


def bulletin_database_server(layout):
    """Return the service that holds the database of the bulletin (ZEO)."""
    command = [layout.environment / "bin" / "runzeo", "-C", layout.bulletin_database_configuration]
    return Service("database server of the bulletin", command, layout.bulletin_logs / "zeo-console.log", layout.root)


def bulletin(layout):
    """Return the service that answers the public."""
    command = [layout.environment / "bin" / "runwsgi", layout.bulletin_web_configuration]
    environ = {name: os.environ[name] for name in PUBLIC_ENVIRONMENT if name in os.environ}
    return Service("bulletin", command, layout.bulletin_logs / "bulletin-console.log", layout.bulletin, environ)


def intranet(layout):
    """Return the service that answers the staff's browsers."""
    command = [layout.environment / "bin" / "runwsgi", layout.web_configuration]
    return Service("intranet", command, layout.logs / "intranet-console.log", layout.root)


def worker(layout):
    """Return the service that runs the jobs."""
    command = [layout.bin / "qms", "worker", "--ready-file", layout.worker_ready]
    return Service("worker", command, layout.logs / "worker.log", layout.root)


def announce(layout, addresses, write_line):
    """Say where everything is."""
    intranet_address, bulletin_address = addresses
    write_line(f"Intranet: {intranet_address}")
    write_line(f"Bulletin: {bulletin_address}")
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
