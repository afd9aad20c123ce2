"""Doors of Plone that are shut on everything that has operations, with a sentence that says what to use instead."""
