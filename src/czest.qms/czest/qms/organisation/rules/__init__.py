"""The organisation as a matter of logic: no Zope, no storage, no clock."""
