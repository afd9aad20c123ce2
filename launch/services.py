"""The long-running processes: the database server, the intranet, the worker."""

from launch.failure import Failure
from launch.signals import end_group
from launch.signals import end_with_launcher
from launch.signals import signal_group
from launch.signals import undisturbed
import os
import signal
import subprocess
import time


class Service:
    """One process in the background.

    Parameters:
        name: what people call it.
        command: list of words.
        log: Path of the file that gets what it prints.
        cwd: Path of the folder to run in.
        environ: environment variables; those of the launcher unless given.
    """

    def __init__(self, name, command, log, cwd, environ=None):
        self.name = name
        self.command = [str(word) for word in command]
        self.log = log
        self.cwd = cwd
        self.environ = dict(os.environ if environ is None else environ)
        self.process = None

    def start(self):
        """Start the process in a session of its own, so that Ctrl-C reaches the launcher alone."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=str(self.cwd),
                env=self.environ,
                start_new_session=True,
                preexec_fn=end_with_launcher,
            )

    def require_running(self):
        """Check that the process is there.

        Raises:
            Failure: when it has ended.
        """
        with undisturbed():
            status = self.process.poll()
        if status is not None:
            raise Failure(f"The {self.name} has ended unexpectedly; see {self.log}.")

    def ask_to_stop(self):
        """Ask the process to end, and do not wait for it."""
        if self.process is not None:
            signal_group(self.process, signal.SIGTERM)

    def stop(self):
        """End the process and everything it started."""
        if self.process is not None:
            end_group(self.process)


def stop_together(services):
    """End several services at the same time."""
    for service in services:
        service.ask_to_stop()
    for service in services:
        service.stop()


def wait_until(answers, services, seconds, failure, sleep=time.sleep, clock=time.monotonic):
    """Wait until something answers.

    Parameters:
        answers: function that tells whether it does.
        services: the services that must be running meanwhile.
        seconds: how long to wait at most.
        failure: sentence for when it never did.

    Raises:
        Failure: when the time is over or a service has ended.
    """
    deadline = clock() + seconds
    while not answers():
        for service in services:
            service.require_running()
        if clock() > deadline:
            raise Failure(failure)
        sleep(0.2)
