"""What setup.py asks for, and the digest by which the lock says from what it was made."""

import ast
import hashlib


LISTS = ("RUNTIME", "DEPLOYMENT", "TESTING")


def requirements(setup):
    """Return the sorted requirements of setup.py: those of the product and of its extras.

    Parameters:
        setup: Path of setup.py, whose lists of requirements are literals.
    """
    found = []
    for node in ast.parse(setup.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in LISTS:
            found.extend(ast.literal_eval(node.value))
    return sorted(found, key=str.lower)


def digest(requirements):
    """Return the digest of a list of requirements."""
    return hashlib.sha256("\n".join(requirements).encode()).hexdigest()
