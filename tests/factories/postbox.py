"""A mail server for tests: it speaks SMTP on a port of this machine, keeps what it took, and can misbehave."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import Message

from django.test import override_settings


class Postbox(socketserver.ThreadingTCPServer):
    """`taken` holds the messages accepted. `answers` are replies for one address or word ("DATA"), used up one by one;
    `at_data` is called before the first word of a text, `at_end` after its last word and before the answer."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.taken: list[Message] = []
        self.answers: dict[str, list[str]] = {}
        self.at_data: Callable[[], object] = bool
        self.at_end: Callable[[], object] = bool
        self.calls = 0

    @property
    def port(self) -> int:
        return self.server_address[1]

    def answer(self, word: str, usual: str) -> str:
        waiting = self.answers.get(word, [])
        return waiting.pop(0) if waiting else usual

    def numbers(self) -> list[str]:
        return [message["Message-ID"] for message in self.taken]


class Conversation(socketserver.StreamRequestHandler):
    server: Postbox

    def handle(self) -> None:
        self.server.calls += 1
        self._say(self.server.answer("CONNECT", "220 postbox"))
        for line in self.rfile:
            words = line.decode().strip()
            verb = words.split(":")[0].split(" ")[0].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            if not self._do(verb, words):
                return

    def _do(self, verb: str, words: str) -> bool:
        """False where the line is to be cut."""
        if verb == "DATA":
            return self._data()
        subject = words.partition("<")[2].partition(">")[0] if verb == "RCPT" else verb
        return self._reply(self.server.answer(subject, "250 ok"))

    def _data(self) -> bool:
        self.server.at_data()
        if not self._reply(self.server.answer("DATA", "354 go on")):
            return False
        text = b""
        for line in self.rfile:
            if line == b".\r\n":
                break
            text += line.removeprefix(b".")
        else:
            return False  # the caller broke off
        answer = self.server.answer("END", "250 taken")
        if answer.startswith("2") or answer == "TAKE AND CUT":
            self.server.taken.append(message_from_bytes(text))
        self.server.at_end()
        return self._reply(answer)

    def _reply(self, answer: str) -> bool:
        if answer.endswith("CUT"):
            return False
        self._say(answer)
        return True

    def _say(self, answer: str) -> None:
        with suppress(OSError):  # whoever called was killed
            self.wfile.write(f"{answer}\r\n".encode())


@contextmanager
def postbox() -> Iterator[Postbox]:
    """The settings send to it while it is open."""
    with Postbox() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        mail = {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": server.port, "EMAIL_USE_TLS": False, "EMAIL_TIMEOUT": 5, "EMAIL_HOST_USER": "",
        }  # fmt: skip
        with override_settings(**mail):
            yield server
        server.shutdown()
