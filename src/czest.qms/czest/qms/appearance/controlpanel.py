"""Settings in our look, and those of the names shown on every page."""

from czest.qms import _
from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.appearance.navigation import Settings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SettingsForm(RegistryEditForm):
    """Base of the forms that edit records of the registry; *Cancel* leads back to all settings."""

    control_panel_view = Settings.address
    enableCSRFProtection = True


class SettingsFormPage(ControlPanelFormWrapper):
    """The page of a form of settings."""

    index = ViewPageTemplateFile("templates/settings-form.pt")

    @property
    def title(self):
        """Heading and last step of the breadcrumbs."""
        return self.form.label

    page_name = title


class OfficeForm(SettingsForm):
    """Edits the records ``czest.qms.office.*``."""

    schema = IOfficeSettings
    schema_prefix = "czest.qms.office"
    label = _("Office and intranet")


class OfficePanel(SettingsFormPage):
    """Draws the form."""

    form = OfficeForm
