"""Doors that answer programs in JSON."""
