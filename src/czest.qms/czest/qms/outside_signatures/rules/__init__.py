"""What a signature made outside is worth, from plain facts; nothing here knows of Zope, of pyHanko or of files."""
