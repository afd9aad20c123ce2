"""The control panel of the names shown on every page."""

from czest.qms import _
from czest.qms.appearance.interfaces import IOfficeSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.z3cform.layout import wrap_form


class OfficeForm(RegistryEditForm):
    """Edits the records ``czest.qms.office.*``."""

    schema = IOfficeSettings
    schema_prefix = "czest.qms.office"
    label = _("Office and intranet")


OfficePanel = wrap_form(OfficeForm, ControlPanelFormWrapper)
