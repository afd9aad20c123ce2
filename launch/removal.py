"""Removing what an interrupted run left, so that the next one begins clean."""

import shutil


def remove(path):
    """Remove a file, a link or a whole folder; do nothing where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(str(path))
    elif path.exists() or path.is_symlink():
        path.unlink()
