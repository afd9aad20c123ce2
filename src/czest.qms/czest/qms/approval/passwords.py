"""Asking for identity again before a signature (21 CFR 11.200 as a model)."""

from plone import api


def is_password_of_current_user(password):
    """Tell whether this is the password of the person who is acting. The password is neither kept nor logged."""
    return bool(api.portal.get_tool("portal_membership").testCurrentPassword(password))
