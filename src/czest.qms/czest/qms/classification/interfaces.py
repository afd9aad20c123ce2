"""What other rooms ask of classification."""

from zope.interface import Interface


class IClassification(Interface):
    """The office's schemes of classification; a persistent local utility.

    Schemes: ``process``, ``iso_clause``, ``control_standard``, ``jrwa``, ``openness_basis``. A term is a
    ``czest.qms.classification.rules.terms.Term``.
    """

    def terms(scheme):
        """Return all versions of all terms of a scheme as a tuple, in the order in which people see them.

        Raises KeyError where there is no such scheme (as the other methods do).
        """

    def term(scheme, token, day=None):
        """Return the version of a term valid on ``day`` (a date, today by default), else its latest, or None."""

    def versions(scheme, token):
        """Return all versions of a term as a list, an empty one where there is no such term."""

    def title(scheme, token, day=None):
        """Return the name of a term with its symbol; of an unknown one, the token itself."""

    def known(scheme, token):
        """Whether a document may carry the term: it is, or once was, one that can be chosen."""

    def usable(scheme, token, day=None):
        """Whether the term may be newly put on a document on ``day`` (a date, today by default)."""

    def supports(basis, openness, day=None):
        """Whether a legal basis usable on ``day`` supports a degree of openness (BIP-1)."""

    def replace(scheme, terms):
        """Put a table without faults (``rules.tables.faults_of``) in place of the scheme's present one."""

    def openness_kinds():
        """Return the kinds of document (portal types) with a default openness, as a tuple."""

    def default_openness(kind):
        """Return the degree of openness of a new document of a kind; of an unknown kind, ``internal``."""

    def default_basis(kind):
        """Return the token of the legal basis that goes with the default openness of a kind."""

    def set_default_openness(kind, openness, basis):
        """Set the default of a kind. Raises ValueError where the basis does not support the openness."""
