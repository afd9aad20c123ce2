"""Sample screens made of the pieces of the appearance."""
