"""The validation by pyHanko, without Zope and without the network: bytes and a trust list in, plain facts out."""

from czest.qms.outside_signatures.validation.certificates import read_certificates
from czest.qms.outside_signatures.validation.certificates import UnreadableCertificates
from czest.qms.outside_signatures.validation.trust import Trust
from czest.qms.outside_signatures.validation.trust import Trusted
from czest.qms.outside_signatures.validation.validating import validate


__all__ = ["Trust", "Trusted", "UnreadableCertificates", "read_certificates", "validate"]
