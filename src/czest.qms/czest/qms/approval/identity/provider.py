"""Asking the identity provider: OpenID Connect, authorisation code with PKCE (RFC 7636)."""

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from czest.qms import clock
from czest.qms.approval.identity.errors import NotProven
from czest.qms.approval.identity.errors import ProviderNotSetUp
from czest.qms.approval.identity.errors import ProviderRefused
from czest.qms.approval.identity.errors import ProviderUnavailable
from czest.qms.approval.identity.settings import client_secret
from czest.qms.approval.identity.settings import identity_settings
from czest.qms.approval.rules import identity
from czest.qms.approval.rules import issuers
import datetime
from functools import cached_property
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
import logging
import requests
from requests import RequestException


logger = logging.getLogger(__name__)

#: Seconds after which the provider counts as not answering.
TIMEOUT = 5
#: Signatures with a public key only: one with the client's secret, or none, proves nothing.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
BASIC, POST = "client_secret_basic", "client_secret_post"


class Provider:
    """The identity provider of the settings; what goes wrong is logged without tokens and without persons.

    Parameters:
        redirect_uri: where the provider sends the person back.

    Raises:
        ProviderNotSetUp: when a setting or the secret is missing.
    """

    def __init__(self, redirect_uri):
        settings = identity_settings()
        self.issuer, self.client_id, self.login_claim = settings.issuer, settings.client_id, settings.login_claim
        self.redirect_uri = redirect_uri
        if not (self.issuer and self.client_id and self.login_claim and client_secret()):
            logger.error("The identity provider is not set up completely: a setting or the secret is missing")
            raise ProviderNotSetUp

    @cached_property
    def metadata(self):
        """What the provider says of itself.

        Raises:
            ProviderUnavailable: when it does not, or names another issuer or an address that is not encrypted.
        """
        found = self._answer(issuers.discovery_address(self.issuer))
        if found.get("issuer") != self.issuer or not all(issuers.is_safe(found.get(name)) for name in ENDPOINTS):
            logger.warning("The identity provider %s describes another issuer or unsafe addresses", self.issuer)
            raise ProviderUnavailable
        return found

    @property
    def session(self):
        known = self.metadata.get("token_endpoint_auth_methods_supported") or [BASIC]
        return OAuth2Session(
            self.client_id,
            client_secret(),
            token_endpoint_auth_method=BASIC if BASIC in known else POST,
            scope="openid profile email",
            redirect_uri=self.redirect_uri,
            code_challenge_method="S256",
            default_timeout=TIMEOUT,
        )

    def question(self, state, nonce, verifier, login):
        """Return the address at which the provider asks the person for the password again.

        Parameters:
            state, nonce, verifier: random texts of this question.
            login: filled in for the person where the provider does so.
        """
        address, _state = self.session.create_authorization_url(
            self.metadata["authorization_endpoint"],
            state=state,
            code_verifier=verifier,
            nonce=nonce,
            prompt="login",
            max_age=0,
            login_hint=login,
        )
        return address

    def confirm(self, answer, departure, login):
        """Check that the person has just signed in at the provider.

        Parameters:
            answer: dict of what the provider sent back through the browser.
            departure: the ``Departure`` of the question.
            login: login of the person.

        Raises:
            NotConfirmed: in every other case.
        """
        if answer.get("iss") not in (None, self.issuer):
            raise NotProven(identity.NOT_TRUSTED)
        code = answer.get("code")
        if not isinstance(code, str) or not code:
            raise ProviderRefused
        token = self._token(code, departure.verifier)
        header, claims = self._verified(token.get("id_token"))
        asked = datetime.datetime.fromtimestamp(departure.departed, datetime.UTC)
        expected = identity.Expected(self.issuer, self.client_id, departure.nonce, login, self.login_claim, asked)
        found = identity.problem(claims, header, expected, clock.now(), token.get("access_token"))
        if found:
            logger.warning("An answer of the identity provider %s proves nothing: %s", self.issuer, found)
            raise NotProven(found)

    def _token(self, code, verifier):
        try:
            return self.session.fetch_token(
                self.metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                redirect_uri=self.redirect_uri,
            )
        except OAuthError as error:
            logger.warning("The identity provider %s gives no token: %s", self.issuer, error.error)
            raise ProviderRefused from error
        except (RequestException, ValueError) as error:
            raise self._unavailable(error) from error

    def _verified(self, id_token):
        """Return header and claims of an ID token signed by the provider."""
        keys = self._answer(self.metadata["jwks_uri"])
        try:
            token = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=ALGORITHMS)
        except (JoseError, ValueError, TypeError, LookupError, AttributeError) as error:
            logger.warning("The identity provider %s: %s", self.issuer, type(error).__name__)
            raise NotProven(identity.NOT_TRUSTED) from error
        return token.header, token.claims

    def _answer(self, address):
        """Return the JSON object at an address of the provider."""
        try:
            answer = requests.get(address, timeout=TIMEOUT, allow_redirects=False)
            answer.raise_for_status()
            found = answer.json()
        except (RequestException, ValueError) as error:
            raise self._unavailable(error) from error
        if not isinstance(found, dict):
            raise self._unavailable(TypeError())
        return found

    def _unavailable(self, error):
        logger.warning("The identity provider %s does not answer: %s", self.issuer, type(error).__name__)
        return ProviderUnavailable()
