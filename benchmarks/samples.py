"""Names and texts that both sites share."""

#: Ids of the two sites.
OURS = "qms"
PLAIN = "plain"

#: The person who reads: a clerk with no entitlement beyond reading.
READER = "pracownik"

#: Folder of the plain site.
FOLDER = "dokumenty"

#: The document that is opened, its title and a phrase near the end of its text.
DOCUMENT = "PS-01"
DOCUMENT_TITLE = "Nadzór nad udokumentowanymi informacjami"
DOCUMENT_TEXT = "PS-01.html"
PHRASE = "Kartę zmian prowadzi system"

#: Documents in force in each site, enough that both sizes of a page are less than the whole.
DOCUMENTS = 120

#: Text of the other documents.
OTHER_TEXT = "I-OR-01.html"


def other_title(number):
    """Return the title of one of the other documents."""
    return f"Instrukcja czynności kancelaryjnych nr {number}"
