"""An identity provider of the office: OpenID Connect by Authlib's server, in a process of its own.

``PUT /faults`` with a JSON object makes it misbehave: ``claims`` replaces claims of the ID token (null leaves one out),
``strange_key`` signs with a key that it does not publish, ``unsigned`` does not sign at all, ``down`` answers 503.
"""

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin
from authlib.oauth2.rfc6749 import ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core.grants import OpenIDCode
import contextlib
from dataclasses import dataclass
import flask
from joserfc import jwt
from joserfc.jwk import RSAKey
import logging
import os
from pathlib import Path
import requests
import subprocess
from support.machine import free_port
from support.machine import read_until
from support.machine import stop
import sys
import time
from werkzeug.serving import make_server


CLIENT, SECRET = "szj", "sekret-klienta"
PASSWORD = "Haslo-u-dostawcy-9"

LOGIN_PAGE = """<!doctype html><html lang="pl"><head><title>Dostawca tożsamości</title></head><body><main>
<h1>Logowanie do usług urzędu</h1><form method="post">
<label>Login <input name="login" value="{{ login }}"></label>
<label>Hasło <input name="password" type="password"></label>
<button>Zaloguj</button></form></main></body></html>"""


@dataclass
class Client(ClientMixin):
    """What the provider knows of the intranet."""

    callback: str

    def get_client_id(self):
        return CLIENT

    def get_default_redirect_uri(self):
        return self.callback

    def get_allowed_scope(self, scope):
        return scope

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri == self.callback

    def check_client_secret(self, client_secret):
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type == "authorization_code"


@dataclass
class Code(AuthorizationCodeMixin):
    """An authorisation code."""

    code: str
    login: str
    question: dict
    auth_time: int

    def get_redirect_uri(self):
        return self.question["redirect_uri"]

    def get_scope(self):
        return self.question["scope"]

    def get_nonce(self):
        return self.question.get("nonce")

    def get_auth_time(self):
        return self.auth_time

    def get_acr(self):
        return None

    def get_amr(self):
        return ["pwd"]

    @property
    def code_challenge(self):
        return self.question.get("code_challenge")

    @property
    def code_challenge_method(self):
        return self.question.get("code_challenge_method")


class CodeGrant(AuthorizationCodeGrant):
    """Codes, each good once."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)
    codes = {}

    def save_authorization_code(self, code, request):
        self.codes[code] = Code(code, request.user, dict(request.payload.data), int(time.time()))

    def query_authorization_code(self, code, client):
        return self.codes.get(code)

    def delete_authorization_code(self, authorization_code):
        del self.codes[authorization_code.code]

    def authenticate_user(self, authorization_code):
        return authorization_code.login


class IdToken(OpenIDCode):
    """ID tokens, right or with the faults that were asked for.

    Parameters:
        issuer: address of the provider.
    """

    def __init__(self, issuer):
        super().__init__(require_nonce=True)
        self.issuer = issuer
        self.key, self.strange_key = (RSAKey.generate_key(2048, {"kid": "1"}) for _time in range(2))
        self.faults = {}

    def exists_nonce(self, nonce, request):
        return any(code.get_nonce() == nonce for code in CodeGrant.codes.values())

    def encode_id_token(self, token, request):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "sub": f"id-{request.user}"}
        claims |= self.get_authorization_code_claims(request.authorization_code)
        claims |= {"preferred_username": request.user, **self.faults.get("claims", {})}
        claims = {name: value for name, value in claims.items() if value is not None}
        if self.faults.get("unsigned"):
            return jwt.encode({"alg": "none"}, claims, None, ["none"])
        key = self.strange_key if self.faults.get("strange_key") else self.key
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, key)


def provider_app(issuer, callback):
    """Return the provider as a Flask application."""
    app = flask.Flask(__name__)
    tokens = IdToken(issuer)
    server = AuthorizationServer(
        app, lambda client: Client(callback) if client == CLIENT else None, lambda *_token: None
    )
    server.register_grant(CodeGrant, [tokens, CodeChallenge(required=True)])

    @app.before_request
    def stumble():
        return flask.Response(status=503) if tokens.faults.get("down") and flask.request.path != "/faults" else None

    @app.put("/faults")
    def set_faults():
        tokens.faults = flask.request.get_json()
        return "", 204

    @app.get("/.well-known/openid-configuration")
    def discovery():
        addresses = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": issuer, **{name: f"{issuer}/{path}" for name, path in addresses.items()}}

    @app.get("/keys")
    def keys():
        return {"keys": [tokens.key.as_dict(private=False)]}

    @app.post("/token")
    def token():
        return server.create_token_response()

    @app.route("/authorize", methods=["GET", "POST"])
    def authorize():
        form = flask.request.form
        if flask.request.method == "POST" and form["password"] == PASSWORD:
            return server.create_authorization_response(grant_user=form["login"])
        server.get_consent_grant(end_user=None)
        return flask.render_template_string(LOGIN_PAGE, login=flask.request.args.get("login_hint", ""))

    return app


@dataclass
class RunningProvider:
    """A provider that answers.

    Parameters:
        issuer: its address.
    """

    issuer: str

    def misbehave(self, **faults):
        """Make it misbehave in this way only; without arguments, behave."""
        requests.put(f"{self.issuer}/faults", json=faults, timeout=10).raise_for_status()


@contextlib.contextmanager
def running_provider(callback):
    """Run a provider that sends people back to an address of the intranet."""
    issuer = f"http://127.0.0.1:{free_port()}"
    folder = Path(__file__).parents[1]
    paths = os.pathsep.join(path for path in (str(folder), os.environ.get("PYTHONPATH")) if path)
    process = subprocess.Popen(
        [sys.executable, "-m", "support.identity_provider", issuer, callback],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        read_until(process, "READY")
        yield RunningProvider(issuer)
    finally:
        stop(process)


if __name__ == "__main__":
    own_address, intranet = sys.argv[1:]
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    listener = make_server("127.0.0.1", int(own_address.rpartition(":")[2]), provider_app(own_address, intranet))
    print("READY", flush=True)
    listener.serve_forever()
