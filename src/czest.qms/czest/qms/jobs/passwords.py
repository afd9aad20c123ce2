"""Where the password of the first administrator comes from: never from the command line, which others can see."""

from czest.qms.jobs.refusals import UnfitPassword
import getpass
from pathlib import Path
import sys


def ask_password(password_file=None, stdin=None, prompt=getpass.getpass):
    """Return the password from a file, from the terminal (asked twice), or from the first line of standard input.

    Parameters:
        password_file: path of a file whose first line is the password, or None.
        stdin: stream to read when there is no terminal; standard input by default.
        prompt: function that asks on the terminal without showing what is typed.

    Raises:
        UnfitPassword: when the file cannot be read, or the two entries on the terminal differ.
    """
    if password_file is not None:
        return _first_line(password_file)
    stdin = stdin or sys.stdin
    if not stdin.isatty():
        return stdin.readline().rstrip("\r\n")
    password = prompt("Password of the administrator: ")
    if prompt("The same password again: ") != password:
        raise UnfitPassword("The two passwords differ.")
    return password


def _first_line(password_file):
    try:
        lines = Path(password_file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnfitPassword(f"The password cannot be read from {password_file}.") from error
    return lines[0] if lines else ""
