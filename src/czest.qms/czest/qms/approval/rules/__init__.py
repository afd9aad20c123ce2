"""Review and approval as a matter of logic: no Zope, no storage, no clock."""
