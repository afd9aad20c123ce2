"""The control panel of publication."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.publication.interfaces import IPublicationSettings
from czest.qms.publication.settings import PREFIX
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.z3cform.layout import wrap_form


class PublicationSettingsForm(RegistryEditForm):
    """Edits the records of IPublicationSettings."""

    schema = IPublicationSettings
    schema_prefix = PREFIX
    label = _("Publication in the BIP")
    description = _("What is published already stays as it is; changes count for what is asked for later.")

    def updateFields(self):
        super().updateFields()
        self.fields["mail_domains"].widgetFactory = LinesFieldWidget


PublicationSettingsPanel = wrap_form(PublicationSettingsForm, ControlPanelFormWrapper)
