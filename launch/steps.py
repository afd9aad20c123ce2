"""Running one external command to its end, with its output kept in a log."""

from launch.failure import Failure
from launch.signals import end_group
from launch.signals import end_with_launcher
import subprocess


def run_step(command, log, failure, cwd, environ=None):
    """Run a command and wait for it.

    Parameters:
        command: list of words.
        log: Path of the file that gets what it prints.
        failure: sentence that says what did not work; the log is named after it.
        cwd: Path of the folder to run in.
        environ: environment of the command; the present one by default.

    Raises:
        Failure: when it cannot be run or ends with another status than 0.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        try:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=str(cwd),
                env=environ,
                start_new_session=True,
                preexec_fn=end_with_launcher,
            )
        except OSError as error:
            raise Failure(f"{failure} ({error}).") from error
        try:
            status = process.wait()
        except BaseException:
            end_group(process)
            raise
    if status != 0:
        raise Failure(f"{failure}; see {log}.")
