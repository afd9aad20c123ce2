"""The environment ``.venv``: exactly the distributions of the lock, and the product itself."""

from launch.failure import Failure
from launch.removal import remove
from launch.stamps import fingerprint
from launch.stamps import is_current
from launch.stamps import write
from launch.steps import run_step


NOT_INSTALLED = "The packages could not be installed (is the network there?)"


def ensure_environment(layout, interpreter, progress):
    """Make the environment, unless it was wholly made from the same lock with the same Python.

    A whole one made from another lock is brought in step; what an interrupted run left is made anew.

    Raises:
        Failure: when something cannot be downloaded or installed.
    """
    maker = fingerprint([], interpreter.version_text, str(layout.root))
    content = fingerprint([layout.lock, layout.setup])
    stamp = layout.environment_stamp
    if is_current(stamp, maker + content):
        return
    log = layout.logs / "environment.log"
    if is_current(stamp, maker, length=len(maker)):
        remove(stamp)
    else:
        with progress.step(f"Making the environment with Python {interpreter.version_text}"):
            _make(layout, interpreter, log)
    with progress.step(f"Installing {len(pinned(layout.lock))} packages"):
        # Compiled here once: children that look at hostile files and accounts of services may not write bytecode, and
        # would compile thousands of modules at every start.
        options = ["--compile-bytecode", layout.lock]
        command = [layout.python, "-m", "uv", "pip", "sync", "--python", layout.python, *options]
        run_step(command, log, NOT_INSTALLED, layout.root)
    with progress.step("Installing the product"):
        options = ["--no-deps", "--no-build-isolation", "--editable", layout.root]
        command = [layout.python, "-m", "uv", "pip", "install", "--python", layout.python, *options]
        run_step(command, log, "The product could not be installed", layout.root)
    write(stamp, maker + content)


def pinned(lock):
    """Return ``{name: lines}`` of the distributions of a lock, each with its pin and hashes."""
    blocks = {}
    name = None
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            name = line.split("==")[0]
            blocks.setdefault(name, [])
        if name is not None and line.strip() and not line.lstrip().startswith("#"):
            blocks[name].append(line)
    return blocks


def _make(layout, interpreter, log):
    """Make an environment with nothing but the installer."""
    remove(layout.environment)
    command = [interpreter.path, "-m", "venv", layout.environment]
    run_step(command, log, "The environment could not be made", layout.root)
    try:
        lines = pinned(layout.lock)["uv"]
    except KeyError:
        raise Failure("requirements.lock does not pin uv: make it again with make lock.") from None
    requirement = layout.environment / "installer.txt"
    requirement.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [layout.python, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", requirement]
    run_step(command, log, NOT_INSTALLED, layout.root)
