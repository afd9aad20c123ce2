"""The rules of the workflow manager, in pure Python."""
