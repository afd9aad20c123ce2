"""A signal may come at any moment; the child process keeps it away from the process of the tests."""

import subprocess
import sys


#: Sends SIGTERM at the moment when subprocess has taken the lock of a process, and tells what is left of it.
INTERRUPTED = """
from launch.failure import Stopped
from launch.services import Service
from launch.signals import stop_on_signals
from pathlib import Path
import os
import signal
import sys
import threading


class LockOfThisMoment:
    def __init__(self):
        self.lock = threading.Lock()
        self.is_new = True

    def acquire(self, *arguments):
        is_taken = self.lock.acquire(*arguments)
        if self.is_new:
            self.is_new = False
            os.kill(os.getpid(), signal.SIGTERM)
        return is_taken

    def release(self):
        self.lock.release()


folder = Path(sys.argv[1])
stop_on_signals()
service = Service("service", [sys.executable, "-c", "import time; time.sleep(30)"], folder / "log", folder)
service.start()
lock = service.process._waitpid_lock = LockOfThisMoment()
try:
    service.require_running()
except Stopped:
    print("stopped,", "locked" if lock.lock.locked() else "free")
else:
    print("not stopped")
finally:
    os.killpg(service.process.pid, signal.SIGKILL)
"""


def test_a_signal_while_a_service_is_asked_whether_it_runs_leaves_nothing_locked(tmp_path):
    answer = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path)], capture_output=True, text=True, timeout=20
    )
    assert answer.stdout == "stopped, free\n", answer.stderr
