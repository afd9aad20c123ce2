"""The default openness of new documents, by kind."""

from czest.qms import _
from czest.qms.classification.views.base import ClassificationView
from plone import api


class DefaultOpennessForm(ClassificationView):
    """Takes the form at the foot of the panel."""

    def __call__(self):
        self.require_sincere_post()
        kinds = self.classification.openness_kinds()
        chosen = {kind: (self.asked(f"openness-{kind}"), self.asked(f"basis-{kind}")) for kind in kinds}
        wrong = [kind for kind, (openness, basis) in chosen.items() if not self._fits(openness, basis)]
        if wrong:
            message = _(
                "Not saved. For ${kinds} the legal basis does not support the chosen openness. Choose another basis.",
                mapping={"kinds": ", ".join(wrong)},
            )
            api.portal.show_message(message, self.request, type="error")
        else:
            for kind, (openness, basis) in chosen.items():
                self.classification.set_default_openness(kind, openness, basis)
            api.portal.show_message(_("Saved. New documents will have this openness."), self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@qms-classification#qms-openness")
        return ""

    def _fits(self, openness, basis):
        return self.classification.supports(basis, openness)
