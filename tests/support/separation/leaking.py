"""A server in front of the bulletin that leaks on purpose, once in each of ten ways; the detector must find them all."""

import base64
import contextlib
from dataclasses import replace
import gzip
import html
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import io
import pikepdf
from support.separation.asking import ask
from support.separation.asking import Question
import threading
import zipfile


HTML, DOCX, ZIP, PDF = "text/html", "application/vnd.openxmlformats", "application/zip", "application/pdf"


def with_header(answer, name, value):
    kept = tuple(each for each in answer.headers if each[0].lower() != name.lower())
    return replace(answer, headers=(*kept, (name, value)))


def into_page(answer, markup):
    return replace(answer, body=answer.body.replace(b"</body>", markup.encode() + b"</body>"))


def into_archive(answer, name, content):
    """Return the answer with a further member in its archive."""
    stream = io.BytesIO(answer.body)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return replace(answer, body=stream.getvalue())


def into_metadata(answer, word):
    """Return the answer with an author in the metadata of its PDF."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(answer.body)) as document:
        document.docinfo["/Author"] = word
        document.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return replace(answer, body=stream.getvalue())


def into_attribute(answer, word):
    data = base64.b64encode(f"<svg><desc>{word}</desc></svg>".encode()).decode()
    return into_page(answer, f'<img alt="" src="data:image/svg+xml;base64,{data}">')


def compressed(answer, word):
    body = gzip.compress(answer.body + html.escape(word).encode())
    return with_header(replace(answer, body=body), "Content-Encoding", "gzip")


def is_page(answer):
    return answer.status == 200 and answer.header("content-type").startswith(HTML)


def is_file(answer, media_type):
    return answer.status == 200 and answer.header("content-type").startswith(media_type)


#: Way → (which answers leak so, how).
WAYS = {
    "header": (
        lambda path, answer: path.endswith("/rejestr-zmian"),
        lambda answer, word: with_header(answer, "X-Powered-By", word),
    ),
    "text of an error": (
        lambda path, answer: answer.status == 404,
        lambda answer, word: into_page(answer, f"<pre>KeyError: {word}</pre>"),
    ),
    "member of an archive": (
        lambda path, answer: is_file(answer, ZIP),
        lambda answer, word: into_archive(answer, "notatka.txt", word),
    ),
    "metadata of a PDF": (lambda path, answer: is_file(answer, PDF), into_metadata),
    "base64 in an attribute": (
        lambda path, answer: is_page(answer) and path.endswith("/wykaz-dokumentow"),
        into_attribute,
    ),
    "comment of HTML": (
        lambda path, answer: is_page(answer) and path.endswith("/mapa-strony"),
        lambda answer, word: into_page(answer, f"<!-- {word.upper()} -->"),
    ),
    "feed": (
        lambda path, answer: path.endswith("/feed.atom"),
        lambda answer, word: replace(
            answer, body=answer.body.replace(b"</feed>", f"<rights>{word}</rights></feed>".encode())
        ),
    ),
    "name of a file": (
        lambda path, answer: is_file(answer, "text/plain") and "/pliki/" in path,
        lambda answer, word: with_header(answer, "Content-Disposition", f'attachment; filename="{word}.txt"'),
    ),
    "custom property of a document": (
        lambda path, answer: is_file(answer, DOCX),
        lambda answer, word: into_archive(answer, "docProps/custom.xml", f"<Properties>{word}</Properties>"),
    ),
    "compressed body": (lambda path, answer: path.endswith("/feed.json"), compressed),
}


def planted(way):
    """Return the place under which the canary of a way is known."""
    return f"planted: {way}"


@contextlib.contextmanager
def leaking_front(bulletin, canaries):
    """Give the address, ``host:port``, of a server that answers as the bulletin does, but leaks.

    Parameters:
        bulletin: ``host:port`` of the bulletin.
        canaries: Canaries.
    """

    class Front(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            # As the front itself is addressed, so that links lead here.
            answer = ask(bulletin, Question(self.path, headers=(("Host", self.headers["Host"]),)))
            for way, (applies, leak) in WAYS.items():
                if applies(self.path.partition("?")[0], answer):
                    answer = leak(answer, canaries.word(planted(way)))
            self.send_response_only(answer.status, answer.reason)
            for name, value in with_header(answer, "Content-Length", str(len(answer.body))).headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_arguments):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
