"""Rules of legal acts, without Zope."""
