"""The buildout: configurations under ``parts/`` and scripts under ``bin/``, from what is installed already."""

from launch.failure import Failure
from launch.ports import HOST
from launch.removal import remove
from launch.stamps import fingerprint
from launch.stamps import is_current
from launch.stamps import write
from launch.steps import run_step


#: The system cuts the path of a unix socket at 108 bytes.
LONGEST_SOCKET = 107


def ensure_buildout(layout, ports, progress):
    """Run buildout, unless it was wholly run from the same configuration.

    Everything that buildout makes is made anew, so an interrupted run leaves nothing behind.

    Parameters:
        ports: ``launch.ports.Ports``.

    Raises:
        Failure: when buildout fails.
    """
    files = [layout.configuration, layout.lock, layout.setup] + list(layout.profiles.glob("*.cfg"))
    expected = fingerprint(files, str(ports), str(layout.root), str(layout.python.resolve()))
    if is_current(layout.buildout_stamp, expected):
        return
    with progress.step("Configuring the services (buildout)"):
        for path in layout.made_by_buildout:
            remove(path)
        command = [
            layout.environment / "bin" / "buildout",
            "-c",
            layout.configuration,
            f"buildout:directory={layout.root}",
            f"state:directory={layout.var}",
            f"addresses:intranet={HOST}:{ports.intranet}",
            f"addresses:bulletin={HOST}:{ports.bulletin}",
        ]
        run_step(command, layout.logs / "buildout.log", "Buildout failed", layout.root)
        require_no_eggs(layout.eggs)
    write(layout.buildout_stamp, expected)


def require_usable_root(layout):
    """Check that the services can live under this path.

    Raises:
        Failure: when it has a space or is too long.
    """
    if any(character.isspace() for character in str(layout.root)):
        raise Failure(f"The folder {layout.root} has a space in its path: move the project elsewhere.")
    if len(str(layout.socket).encode()) > LONGEST_SOCKET:
        raise Failure(f"The path {layout.socket} is too long for a socket: move the project elsewhere.")


def require_no_eggs(eggs):
    """Check that buildout took everything from the environment and installed nothing by itself.

    Raises:
        Failure: when there is a file under ``eggs/``.
    """
    foreign = [path for path in eggs.rglob("*") if not path.is_dir()]
    if foreign:
        raise Failure(f"Buildout installed {foreign[0]} by itself: the lock lacks a package.")
