"""Letters and the signed protocol of a list, for those who may see it."""

from czest.qms.documents.views.reading.downloads import FileOfEdition


class ConsentLetter(FileOfEdition):
    """``LIST/@@consent-letter/FILENAME``."""

    def _getFile(self):
        return self.require_name(self.context.consent_letter, self.fieldname)


class RefusalLetter(FileOfEdition):
    """``LIST/@@refusal-letter/FILENAME``."""

    def _getFile(self):
        return self.require_name(self.context.refusal_letter, self.fieldname)


class SignedProtocol(FileOfEdition):
    """``LIST/@@protocol-file/FILENAME``."""

    def _getFile(self):
        return self.require_name(self.context.protocol_file, self.fieldname)
