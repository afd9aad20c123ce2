"""The words of states and transitions, which in sites made before are others than those of the screens."""

from czest.qms.upgrades.to_1006.definitions import read_again


def upgrade(setup):
    """Read the definitions of the workflows again; who may do what is the same, so no object is written."""
    read_again(setup)
