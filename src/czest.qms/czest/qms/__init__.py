"""Controlled documents of a Polish city hall, on Plone."""

import sys
from zope.i18nmessageid import MessageFactory


_ = MessageFactory("czest.qms")

#: Python 3.13.0 corrupts pickles written by CMFEditions (cpython#125631, fixed in 3.13.1).
BROKEN_PYTHON = (3, 13, 0)


def initialize(context):
    """Refuse to start on a Python that damages data.

    Raises:
        RuntimeError: on Python 3.13.0.
    """
    require_sound_python(sys.version_info[:3])


def require_sound_python(version):
    """Check a Python version.

    Parameters:
        version: tuple of three integers, as in ``sys.version_info[:3]``.

    Raises:
        RuntimeError: when this version is known to damage stored data.
    """
    if version == BROKEN_PYTHON:
        raise RuntimeError("czest.qms does not run on Python 3.13.0 (cpython#125631): use 3.13.1 or later.")
