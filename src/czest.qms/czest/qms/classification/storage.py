"""The classification kept in the site."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.terms import is_choosable
from czest.qms.classification.rules.terms import label
from czest.qms.classification.rules.terms import version_on
from persistent import Persistent
from persistent.mapping import PersistentMapping
from zope.interface import implementer


#: A kind nobody decided about is shown to nobody outside (BIP-1: nothing is public by itself).
UNDECIDED = ("internal", "dokument-wewnetrzny")


class SchemeTable(Persistent):
    """The terms of one scheme."""

    def __init__(self, terms=()):
        self.terms = terms

    def versions(self, token):
        """Return the versions of a term, an empty list where there is none."""
        if not hasattr(self, "_v_versions"):
            versions = {}
            for term in self.terms:
                versions.setdefault(term.token, []).append(term)
            self._v_versions = versions
        return self._v_versions.get(token, [])


@implementer(IClassification)
class Classification(Persistent):
    """See ``IClassification``; a table is replaced as a whole and never changed in place."""

    def __init__(self):
        self._tables = OOBTree({name: SchemeTable() for name in SCHEMES})
        self._default_openness = PersistentMapping()

    def terms(self, scheme):
        return self._tables[scheme].terms

    def term(self, scheme, token, day=None):
        return version_on(self._tables[scheme].versions(token), day or clock.today())

    def versions(self, scheme, token):
        return self._tables[scheme].versions(token)

    def title(self, scheme, token, day=None):
        term = self.term(scheme, token, day)
        return token if term is None else label(SCHEMES[scheme], term)

    def known(self, scheme, token):
        return any(is_choosable(SCHEMES[scheme], version) for version in self._tables[scheme].versions(token))

    def usable(self, scheme, token, day=None):
        day = day or clock.today()
        term = self.term(scheme, token, day)
        return term is not None and term.is_valid_on(day) and is_choosable(SCHEMES[scheme], term)

    def supports(self, basis, openness, day=None):
        term = self.term("openness_basis", basis, day)
        return self.usable("openness_basis", basis, day) and openness in term.openness

    def replace(self, scheme, terms):
        # A new object, so that two imports at once conflict and old readers keep a whole table.
        self._tables[SCHEMES[scheme].name] = SchemeTable(tuple(terms))

    def openness_kinds(self):
        return tuple(sorted(self._default_openness))

    def default_openness(self, kind):
        return self._default_openness.get(kind, UNDECIDED)[0]

    def default_basis(self, kind):
        return self._default_openness.get(kind, UNDECIDED)[1]

    def set_default_openness(self, kind, openness, basis):
        if not self.supports(basis, openness):
            raise ValueError(f"{basis} is no basis of {openness}")
        self._default_openness[kind] = (openness, basis)
