"""Buildout takes every distribution from the environment and installs none by itself."""


def findings(folder):
    """Return a sentence for every file under ``eggs/``."""
    return [
        f"{path.relative_to(folder)} was installed by buildout." for path in sorted(folder.rglob("*")) if path.is_file()
    ]
