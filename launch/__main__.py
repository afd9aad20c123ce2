"""``python3 -m launch start``, ``build`` and ``environment``; the Makefile calls them."""

import argparse
from launch import start
from launch.environment import ensure_environment
from launch.failure import Failure
from launch.failure import Stopped
from launch.interpreter import find_interpreter
from launch.layout import DEVELOPMENT
from launch.layout import Layout
from launch.layout import PROFILES
from launch.layout import TEST
from launch.progress import Progress
from launch.signals import stop_on_signals
from launch.signals import stop_with_parent
import os
from pathlib import Path
import sys


def environment(layout, progress):
    """Make the environment from the lock, where it is missing or old."""
    ensure_environment(layout, find_interpreter(os.environ), progress)


COMMANDS = {"environment": environment, "build": start.build, "start": start.run}


def main(arguments=None):
    """Run one command and return the exit status: 0 done or stopped by a person, 1 failed."""
    parser = argparse.ArgumentParser(prog="launch", description=__doc__)
    parser.add_argument("command", choices=sorted(COMMANDS))
    parser.add_argument("--profile", choices=PROFILES, default=DEVELOPMENT, help="buildout deployment profile")
    parser.add_argument("--fresh", action="store_true", help="forget the site made before; with --profile test only")
    parser.add_argument("--state", default=TEST, help="folder below var/ for the state; with --profile test only")
    options = parser.parse_args(arguments)
    if options.fresh and options.profile != TEST:
        parser.error("--fresh goes with --profile test only.")
    if options.state != TEST and options.profile != TEST:
        parser.error("--state goes with --profile test only.")
    layout = Layout(Path(__file__).resolve().parent.parent, options.profile, options.fresh, options.state)
    stop_on_signals()
    stop_with_parent(os.environ)
    try:
        COMMANDS[options.command](layout, Progress())
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)
        return 1
    except Stopped:
        print("Stopped.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
