"""The panel of workflows, which sites made before do not know."""

from czest.qms.upgrades.to_1001.rights import PROFILE


def upgrade(setup):
    """Put the panel among the settings."""
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
