"""The rules of the trail, in pure Python: how entries are sealed, and how a chain of them is verified."""
