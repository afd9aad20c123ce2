"""The pages of the workflow manager."""
