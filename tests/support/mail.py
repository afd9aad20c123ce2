"""A small mail server that speaks SMTP over a real socket, and misbehaves as a test asks."""

import email
import email.policy
import socketserver
import threading


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port; use it in a ``with`` block.

    Parameters:
        answers: ``{command: answer}`` in place of the usual one, such as ``{"RCPT": "550 No such person"}``; ``END``
            is the end of a message. An answer that is None never comes.
        at_the_end: function called when a whole message has come, before it is answered.
    """

    allow_reuse_address = daemon_threads = True
    # A connection that hangs must not keep the test from ending.
    block_on_close = False

    def __init__(self, answers=None, at_the_end=None):
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.answers = dict(answers or {})
        self.at_the_end = at_the_end
        self.taken = []
        self.received = []
        self.connections = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        """Say nothing: that the other side goes away is what many tests are about."""

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_error):
        self.ended.set()
        self.shutdown()
        self.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    """One connection."""

    USUAL = {"HELLO": "220 ready", "EHLO": "250 hello", "DATA": "354 go on", "QUIT": "221 bye"}

    def handle(self):
        self.server.connections += 1
        self.answer("HELLO")
        recipient = None
        for line in self.rfile:
            command = line[:4].decode("ascii", "replace").upper()
            if command == "RCPT":
                recipient = line.decode().partition("<")[2].partition(">")[0]
            if self.answer(command).startswith("354"):
                self.take(recipient)
            if command == "QUIT":
                return

    def answer(self, command):
        answer = self.server.answers.get(command, self.USUAL.get(command, "250 fine"))
        if callable(answer):
            answer = answer()
        if answer is None:
            self.server.ended.wait()
            raise ConnectionAbortedError
        self.wfile.write(answer.encode() + b"\r\n")
        return answer

    def take(self, recipient):
        lines = iter(self.rfile.readline, b".\r\n")
        data = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
        message = email.message_from_bytes(data, policy=email.policy.default)
        self.server.received.append((recipient, message))
        if self.server.at_the_end is not None:
            self.server.at_the_end()
        if self.answer("END").startswith("250"):
            self.server.taken.append((recipient, message))
