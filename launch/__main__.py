"""``python3 -m launch start`` and ``python3 -m launch environment``; the Makefile calls them."""

import argparse
from launch import start
from launch.environment import ensure_environment
from launch.failure import Failure
from launch.failure import Stopped
from launch.interpreter import find_interpreter
from launch.layout import Layout
from launch.progress import Progress
from launch.signals import stop_on_signals
from launch.signals import stop_with_parent
import os
from pathlib import Path
import sys


def environment(layout, progress):
    """Make the environment from the lock, where it is missing or old."""
    ensure_environment(layout, find_interpreter(os.environ), progress)


COMMANDS = {"start": start.run, "environment": environment}


def main(arguments=None):
    """Run one command and return the exit status: 0 done or stopped by a person, 1 failed."""
    parser = argparse.ArgumentParser(prog="launch", description=__doc__)
    parser.add_argument("command", choices=sorted(COMMANDS))
    command = parser.parse_args(arguments).command
    stop_on_signals()
    stop_with_parent(os.environ)
    try:
        COMMANDS[command](Layout(Path(__file__).resolve().parent.parent), Progress())
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)
        return 1
    except Stopped:
        print("Stopped.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
