"""The control panel of classification."""
