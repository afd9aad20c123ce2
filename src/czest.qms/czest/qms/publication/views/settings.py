"""The control panel of publication."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.appearance.controlpanel import SettingsForm
from czest.qms.appearance.controlpanel import SettingsFormPage
from czest.qms.appearance.navigation import Setting
from czest.qms.publication.interfaces import IPublicationSettings
from czest.qms.publication.settings import PREFIX


class PublicationSettingsForm(SettingsForm):
    """Edits the records of IPublicationSettings."""

    schema = IPublicationSettings
    schema_prefix = PREFIX
    label = _("Publication in the BIP")
    description = _("What is published already stays as it is; changes count for what is asked for later.")

    def updateFields(self):
        super().updateFields()
        self.fields["mail_domains"].widgetFactory = LinesFieldWidget


class PublicationSettingsPanel(SettingsFormPage):
    """Draws the form."""

    form = PublicationSettingsForm


class PublicationSetting(Setting):
    """Leads to the form."""

    title = PublicationSettingsForm.label
    description = _("Who publishes for the office, whom residents ask, and how long entries stay.")
    address = "@@qms-publication"
    icon = "globe2"
    order = 65
    permission = "czest.qms: Manage classification"
