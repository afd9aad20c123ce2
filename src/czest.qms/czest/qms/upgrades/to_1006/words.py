"""The words of states and transitions, which in sites made before are others than those of the screens."""

from czest.qms.upgrades.to_1001.rights import PROFILE


def upgrade(setup):
    """Read the definitions of the workflows again; who may do what is the same, so no object is written."""
    setup.runImportStepFromProfile(PROFILE, "workflow", run_dependencies=False)
