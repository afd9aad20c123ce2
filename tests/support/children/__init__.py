"""Children that misbehave, each as ``python -m support.children.NAME``, and one that tells what it was given."""
