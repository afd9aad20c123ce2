"""Finding a Python that the product runs on."""

from launch.failure import Failure
import shutil
import subprocess


CANDIDATES = ("python3.13", "python3.12", "python3.11", "python3")
OLDEST = (3, 11)
NEWEST = (3, 13)

#: It damages stored data (cpython#125631, mended in 3.13.1).
BROKEN = (3, 13, 0)

NEEDED = "czest.qms needs Python 3.11, 3.12 or 3.13 (but not 3.13.0)"

PROBE = """
import sys
try:
    import ensurepip, venv
    complete = "complete"
except ImportError:
    complete = "incomplete"
print(*sys.version_info[:3], complete)
"""


class Interpreter:
    """A Python found on this machine.

    Parameters:
        path: how to call it.
        version: tuple of three integers.
        complete: True where it can make environments (Debian ships that apart, as python3-venv).
    """

    def __init__(self, path, version, complete):
        self.path = path
        self.version = version
        self.complete = complete

    @property
    def version_text(self):
        """Return the version as people write it."""
        return ".".join(str(number) for number in self.version)


def is_supported(version):
    """Tell whether the product runs on this version, a tuple of three integers."""
    return OLDEST <= version[:2] <= NEWEST and version != BROKEN


def probe(command):
    """Return the Interpreter behind a command, or None where it does not run."""
    path = shutil.which(command)
    if path is None:
        return None
    try:
        answer = subprocess.run([path, "-c", PROBE], capture_output=True, text=True, timeout=60, check=True)
        major, minor, micro, complete = answer.stdout.split()
        return Interpreter(path, (int(major), int(minor), int(micro)), complete == "complete")
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def find_interpreter(environ, probe=probe):
    """Return the Interpreter to build with: the one named in ``PYTHON``, or the newest that will do.

    Parameters:
        environ: mapping of environment variables.
        probe: function from a command to an Interpreter or None.

    Raises:
        Failure: when the named one, or every one found, will not do.
    """
    named = environ.get("PYTHON")
    if named:
        return _accept(named, probe(named))
    found = [interpreter for interpreter in map(probe, CANDIDATES) if interpreter is not None]
    supported = [interpreter for interpreter in found if is_supported(interpreter.version)]
    for interpreter in supported:
        if interpreter.complete:
            return interpreter
    if supported:
        raise Failure(_incomplete(supported[0]))
    versions = ", ".join(sorted({interpreter.version_text for interpreter in found})) or "none"
    raise Failure(f"{NEEDED}; found: {versions}. Install one, or name it: PYTHON=/path/to/python make start.")


def _accept(named, interpreter):
    if interpreter is None:
        raise Failure(f"PYTHON names {named}, which does not run as a Python 3; {NEEDED}.")
    if not is_supported(interpreter.version):
        raise Failure(f"PYTHON names {named}, which is Python {interpreter.version_text}; {NEEDED}.")
    if not interpreter.complete:
        raise Failure(_incomplete(interpreter))
    return interpreter


def _incomplete(interpreter):
    package = "python{}.{}-venv".format(*interpreter.version[:2])
    return f"Python {interpreter.version_text} here cannot make environments: install the package {package} and run this again."
