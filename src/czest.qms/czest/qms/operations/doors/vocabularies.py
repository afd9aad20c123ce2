"""``@@getVocabulary``, which fails over a question that it cannot read instead of refusing it."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
import logging
from plone.app.content.browser.vocabulary import MAX_BATCH_SIZE
from plone.app.content.browser.vocabulary import VocabularyView
from plone.app.content.utils import json_loads


logger = logging.getLogger("czest.qms")

#: What Plone raises over a field, criteria, attributes or a batch in another shape than it expects.
UNREADABLE = (AttributeError, LookupError, TypeError, ValueError)


class ReadableVocabulary(VocabularyView):
    """Answers questions about a vocabulary.

    Raises:
        InvalidInput: the question cannot be read.
    """

    def __call__(self):
        try:
            self.check_batch()
            return super().__call__()
        except UNREADABLE as error:
            # A vocabulary that is broken itself ends here too: the log tells it from a wrong question.
            logger.info("@@getVocabulary was asked what it cannot read.", exc_info=True)
            raise InvalidInput(_("Not answered: the question cannot be read.")) from error

    def check_batch(self):
        """Check that no more is asked for at once than Plone gives."""
        batch = self.request.get("batch") or "{}"
        if int(json_loads(batch).get("size", 0)) > MAX_BATCH_SIZE:
            raise InvalidInput(
                _("Not answered: at most ${number} items are given at once.", mapping={"number": MAX_BATCH_SIZE})
            )
