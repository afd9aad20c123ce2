"""Work on files that may be hostile, in a process of its own with limits of time and memory.

The parent gives a child one *message* on its standard input and takes one from its standard output: a line of JSON, then
bytes. Both are temporary files, so neither side can make the other wait. The child sets its limits itself, before it
looks at anything: what runs between ``fork`` and ``exec`` in a process with threads may hang.
"""

from contextlib import suppress
from dataclasses import dataclass
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from typing import Any
from typing import BinaryIO


@dataclass(frozen=True)
class Limits:
    """What a child may use.

    Parameters:
        seconds: by the clock on the wall; then the child and all it started are killed.
        processor_seconds: of computing.
        memory: bytes of address space.
        output: bytes written.
    """

    seconds: float = 25
    processor_seconds: int = 20
    memory: int = 2 * 1024**3
    output: int = 256 * 1024**2


DEFAULT_LIMITS = Limits()

#: The most bytes of the line of JSON; a report takes a few thousand.
_HEADER_LIMIT = 4 * 1024**2
_OPEN_FILES = 64


class Unanswered(Exception):
    """The child gave no usable answer; ``reason`` is ``timeout``, ``crashed`` or ``nonsense``."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def ask(
    module: str, question: dict[str, Any], data: bytes, limits: Limits = DEFAULT_LIMITS
) -> tuple[dict[str, Any], bytes]:
    """Have a module work on bytes in a process of its own.

    Parameters:
        module: full name of a package with a ``__main__`` that calls :func:`answer`.
        question: plain values of JSON.
        data: the bytes.
        limits: what the child may use.

    Returns:
        The answer: plain values of JSON, and bytes.

    Raises:
        Unanswered: there is no usable answer.
    """
    with (
        tempfile.TemporaryFile() as incoming,
        tempfile.TemporaryFile() as outgoing,
        tempfile.TemporaryDirectory() as own,
    ):
        write_message(incoming, {"limits": _plain(limits), "question": question}, data)
        incoming.seek(0)
        _run([sys.executable, "-P", "-B", "-m", module], incoming, outgoing, own, limits.seconds)
        outgoing.seek(0)
        try:
            return read_message(outgoing)
        except (ValueError, RecursionError) as error:
            raise Unanswered("nonsense") from error


def _run(command: list[str], incoming: BinaryIO, outgoing: BinaryIO, own: str, seconds: float) -> None:
    child = subprocess.Popen(
        command,
        stdin=incoming,
        stdout=outgoing,
        # What a library says of a file may quote it: no log gets that.
        stderr=subprocess.DEVNULL,
        cwd=own,
        env=_surroundings(own),
        start_new_session=True,
    )
    try:
        status = child.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Unanswered("timeout") from error
    finally:
        _end(child)
    if status == -signal.SIGXCPU:
        raise Unanswered("timeout")
    if status:
        raise Unanswered("crashed")


def _end(child: subprocess.Popen) -> None:
    """Kill the child with everything it started; it leads a group of its own that outlives it."""
    # No such group: everything ended by itself.
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _surroundings(own: str) -> dict[str, str]:
    """Return the environment of the child: where the code is, and nothing that the parent knows besides."""
    path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path if entry)
    return {"PYTHONPATH": path, "PATH": os.defpath, "HOME": own, "TMPDIR": own, "LC_ALL": "C.UTF-8"}


def answer(work) -> None:
    """Be the child: read the message, work, write the answer.

    Parameters:
        work: takes the plain values of the question and the bytes, returns plain values and bytes.
    """
    # The limits stand in the first line and nothing of the file is looked at before they hold.
    header = _read_header(sys.stdin.buffer)
    limit(Limits(**header["limits"]))
    values, data = work(header["question"], sys.stdin.buffer.read())
    write_message(sys.stdout.buffer, values, data)
    sys.stdout.buffer.flush()
    # Libraries that were left in an odd state by a broken file have nothing to clean up here.
    os._exit(0)


def limit(limits: Limits) -> None:
    """Limit this process."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor_seconds, limits.processor_seconds + 1))


def write_message(stream: BinaryIO, values: dict[str, Any], data: bytes) -> None:
    """Write a message."""
    stream.write(json.dumps(values, ensure_ascii=True).encode("ascii") + b"\n")
    stream.write(data)


def read_message(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read a message.

    Raises:
        ValueError: this is not a message.
    """
    return _read_header(stream), stream.read()


def _read_header(stream: BinaryIO) -> dict[str, Any]:
    line = stream.readline(_HEADER_LIMIT)
    if not line.endswith(b"\n"):
        raise ValueError("no header")
    values = json.loads(line)
    if not isinstance(values, dict):
        raise ValueError("the header is not an object")
    return values


def _plain(limits: Limits) -> dict[str, Any]:
    return {name: getattr(limits, name) for name in Limits.__dataclass_fields__}
