"""The operations by which the workflow manager changes anything, on the site."""
