"""The panel of workflows, which sites made before do not know."""

from czest.qms.upgrades.to_1001.rights import PROFILE


def upgrade(setup):
    """Say who may see and change the workflows, and put the panel among the settings."""
    for step in ("rolemap", "controlpanel"):
        setup.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
