"""Debian's nginx with the configuration that is shipped, in a folder of its own."""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
import datetime
import http.client
from pathlib import Path
import shutil
import socket
import ssl
import struct
import subprocess
import time


CONFIGURATION = Path(__file__).resolve().parents[2] / "profiles" / "nginx-bulletin.conf"
HOST = "bip.example.pl"
ADDRESS = f"https://{HOST}"
MODULE = Path("/usr/lib/nginx/modules/ngx_http_cache_purge_module.so")

MAIN = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/main.log;
load_module {module};
events {{ }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/bulletin.conf;
}}
"""

#: Where a copy on the disk says until when it is fresh, and until when it may be shown while nginx asks anew.
FRESH_UNTIL = 8


def what_is_missing():
    """Return a sentence that says which part of nginx is not installed, or None."""
    if shutil.which("nginx") is None or not MODULE.exists():
        return "nginx is not there: install the packages nginx-light and libnginx-mod-http-cache-purge."
    return None


class Nginx:
    """A running nginx.

    Parameters:
        folder: Path of an empty folder that every account may enter.
        bulletin: port of the public process.
        ports: numbers of three free ports: for https, for http, and for the purging.
    """

    def __init__(self, folder, bulletin, ports):
        self.folder, (self.port, self.plain_port, self.purge_port) = folder, ports
        make_certificate(folder)
        replaced = {
            "/var/cache/nginx/bip": f"{folder}/cache",
            "/var/log/nginx/": f"{folder}/",
            "/etc/ssl/bip/": f"{folder}/",
            "server 127.0.0.1:8081 ": f"server 127.0.0.1:{bulletin} ",
            "listen 127.0.0.1:8082;": f"listen 127.0.0.1:{self.purge_port};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
        }
        text = CONFIGURATION.read_text(encoding="utf-8")
        for shipped, ours in replaced.items():
            assert shipped in text, shipped
            text = text.replace(shipped, ours)
        (folder / "bulletin.conf").write_text(text, encoding="utf-8")
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, module=MODULE), encoding="utf-8")
        self.process = None

    def start(self):
        """Start it and wait until it listens."""
        with (self.folder / "console.log").open("w") as console:
            command = ["nginx", "-c", self.folder / "nginx.conf", "-p", self.folder]
            self.process = subprocess.Popen(command, stdout=console, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 20
        while True:
            assert self.process.poll() is None, (self.folder / "console.log").read_text()
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except OSError:
                assert time.monotonic() < deadline, "nginx does not listen"
                time.sleep(0.05)

    def stop(self):
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=30)

    def connection(self):
        """Return a connection as a browser makes it, which checks the certificate."""
        return _Connection(self.port, ssl.create_default_context(cafile=self.folder / "fullchain.pem"))

    def get(self, path, method="GET", body=None, **headers):
        """Return status, headers by name in lower case, and body of an answer."""
        connection = self.connection()
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content

    def log(self):
        """Return the lines of the access log."""
        return (self.folder / "bip.log").read_text(encoding="utf-8").splitlines()

    def copies(self):
        """Return the names of the copies that are kept, with their files."""
        found = {}
        for path in (self.folder / "cache").rglob("*"):
            if path.is_file():
                head = path.read_bytes()[:2000]
                found[head.split(b"\nKEY: ", 1)[1].split(b"\n", 1)[0].decode()] = path
        return found

    def let_grow_old(self):
        """Let every copy be past its time, as if long ago."""
        for path in self.copies().values():
            with path.open("r+b") as copy:
                copy.seek(FRESH_UNTIL)
                copy.write(struct.pack("=qq", 1, 1))


class _Connection(http.client.HTTPSConnection):
    """A connection to this machine for the public name."""

    def __init__(self, port, context):
        super().__init__(HOST, timeout=60, context=context)
        self.port_here, self.context = port, context

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port_here), timeout=60)
        self.sock = self.context.wrap_socket(plain, server_hostname=HOST)


def make_certificate(folder):
    """Write a key and a certificate of the public name that it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "privkey.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
