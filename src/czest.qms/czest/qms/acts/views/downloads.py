"""The signed file of an act, for those who may see the act."""

from czest.qms.documents.views.reading.downloads import FileOfEdition


class SignedFile(FileOfEdition):
    """``ACT/@@signed-file/FILENAME``; the name may be left out."""

    def _getFile(self):
        return self.require_name(self.context.signed_file, self.fieldname)
