"""Conversion of real files by LibreOffice."""

import os
import pytest
import shutil
import subprocess


@pytest.fixture(scope="session")
def office_convert(tmp_path_factory):
    """Convert a plain text: ``office_convert(data, "odt")`` gives the bytes of the file."""
    program = shutil.which("soffice")
    if program is None:
        message = "LibreOffice (soffice) is not installed."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    directory = tmp_path_factory.mktemp("office")

    def convert(data, extension):
        source = directory / "source.txt"
        source.write_bytes(data)
        # A Writer document first: only from there does LibreOffice know how to write DOCX.
        _run(program, directory, source, "odt")
        if extension != "odt":
            _run(program, directory, directory / "source.odt", extension)
        return (directory / f"source.{extension}").read_bytes()

    return convert


def _run(program, directory, source, extension):
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation=file://{directory}/profile",
            "--convert-to",
            extension,
            "--outdir",
            directory,
            source,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
