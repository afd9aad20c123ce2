"""From a fresh clone to a running system: environment, buildout, demo site, services.

Runs before anything is installed, so it uses the standard library only, and reads on every Python that a Debian or
Ubuntu may have as ``python3``: a Python that is too old gets a sentence, not a traceback.
"""
