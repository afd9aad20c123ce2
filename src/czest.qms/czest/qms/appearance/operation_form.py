"""The page of an operation: what is operated on, what will happen, the fields and the signature."""

from czest.qms import _
from czest.qms.appearance.consequences import OnDay
from czest.qms.appearance.forms import correction
from czest.qms.appearance.forms import form_errors
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class OperationFormPage:
    """The page and dialog of an operation: what is operated on, what will happen, fields, signature, buttons.

    A mixin, before the form class in the bases::

        class ApproveForm(OperationFormPage, AutoExtensibleForm, form.Form):
            schema = IApproval

    A link with ``data-qms-dialog`` opens the same page as a dialog; without scripts it is an ordinary page.
    The first button of the form is the primary one.
    """

    template = ViewPageTemplateFile("templates/operation-form.pt")

    #: Heading of the page, a Message.
    label = ""
    #: The grey box: a dict with ``title``, ``edge`` (or None) and ``rows``, a list of dicts with ``label``, ``value``,
    #: and perhaps ``url`` and ``link``, ``icon``, ``css`` and ``whole`` (unfolded on demand). None for no box.
    subject = None
    consequences_title = _("What will happen")
    #: Messages and OnDays, in their order.
    consequences = ()
    #: Sentences beside the password: who signs, when, and what the signature binds.
    signature = ()
    #: What was not done, said in bold when fields are wrong.
    verdict = _("Not saved.")
    #: The opposite decision: a dict with ``title`` and ``url``, or None.
    opposite = None
    #: True for a button in the red outline.
    is_dangerous = False
    #: What the pressed button says while it works, a Message, or None.
    busy_label = None
    #: Icon of the primary button, or None.
    button_icon = None
    #: Names of fields as wide as the form.
    wide_fields = ()
    #: Names of the fields drawn beside the signature.
    signing_fields = ("identity_proof", "password")

    ignoreContext = True

    @property
    def cancel_url(self):
        """Where *Cancel* leads."""
        return self.context.absolute_url()

    @property
    def page_name(self):
        return self.label

    @property
    def title(self):
        return self.label

    def updateWidgets(self, *arguments, **named):
        super().updateWidgets(*arguments, **named)
        for name in self.wide_fields:
            if name in self.widgets:
                self.widgets[name].wrapper_css_class = "qms-field-wide"

    def consequence_rows(self):
        """Return dicts with ``sentence``, ``field`` and ``dated``; the last two are None where no day is told."""
        return [self._consequence_row(consequence) for consequence in self.consequences]

    def _consequence_row(self, consequence):
        if not isinstance(consequence, OnDay):
            return {"sentence": consequence, "field": None, "dated": None}
        dated = translate(consequence.dated, context=self.request)
        return {"sentence": consequence.sentence, "field": consequence.field, "dated": dated}

    def hidden(self):
        """Return hidden inputs, a list of dicts with ``name`` and ``value``."""
        return []

    def errors(self):
        return form_errors(self)

    def correction(self):
        return correction([error for error in self.errors() if error["target"]])

    def ordinary_widgets(self):
        """Return the widgets of the form itself but the signing ones."""
        return [widget for name, widget in self.widgets.items() if name not in self.signing_fields]

    def signing_widgets(self):
        """Return the widgets drawn beside the signature."""
        return [self.widgets[name] for name in self.signing_fields if name in self.widgets]
