"""The worker: a process that runs the jobs, forever."""

from czest.qms.jobs.site import opened_site
from czest.qms.jobs.tick import run_due_jobs
import logging
from pathlib import Path
import signal
import time


logger = logging.getLogger(__name__)

#: Seconds between two ticks.
INTERVAL = 30

#: Seconds after which a request to stop is noticed at the latest, when no job runs.
NAP = 0.5


class Worker:
    """Runs a tick at once and then every ``interval`` seconds, until it is told to stop.

    Parameters:
        interval: seconds between two ticks.
        ready_file: path of a file made after the first tick that reached the site, for whoever waits for the worker.
        open_site: context manager that opens the site.
    """

    def __init__(self, interval=INTERVAL, ready_file=None, open_site=opened_site):
        self.interval = interval
        self.ready_file = Path(ready_file) if ready_file else None
        self.open_site = open_site
        self.stopping = False

    def stop(self, *_signal):
        """Ask the worker to end after the jobs it is at; a handler of signals, so it takes no lock."""
        self.stopping = True

    def stop_on_signals(self):
        """End cleanly when the system asks for it."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def run(self):
        """Work until told to stop."""
        logger.info("The worker runs the jobs every %s seconds.", self.interval)
        while not self.stopping:
            self.tick()
            self._rest()
        logger.info("The worker has stopped.")

    def tick(self):
        """Run the jobs once; a database out of reach is logged and met again at the next tick."""
        try:
            with self.open_site():
                run_due_jobs()
        except Exception:
            logger.exception("The site could not be reached; trying again in %s seconds.", self.interval)
            return
        if self.ready_file is not None:
            self.ready_file.touch()

    def _rest(self):
        """Wait for the next tick, or until told to stop."""
        until = time.monotonic() + self.interval
        while not self.stopping and (left := until - time.monotonic()) > 0:
            time.sleep(min(NAP, left))
