#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sinks.py DIRECTORY CERTIFICATE KEY: a mail server with STARTTLS, one with TLS from the first byte, and an HTTPS server, all on
127.0.0.1. Prints `starttls PORT`, `smtps PORT`, `https PORT`, then `ready`. Each message and each request becomes a file
of DIRECTORY, numbered. The mail servers know vigie with the password `open sesame`; they refuse the recipient
refuse@example.org, and accept nobody before TLS. Paths of the HTTPS server: /take, /refuse (500), /away (a redirection)."""
import base64
import http.server
import itertools
import json
import pathlib
import socketserver
import ssl
import sys
import threading

DIRECTORY = pathlib.Path(sys.argv[1])
CONTEXT = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
CONTEXT.load_cert_chain(sys.argv[2], sys.argv[3])
NUMBERS = itertools.count(1)
LOCK = threading.Lock()


def keep(kind, content):
    with LOCK:
        path = DIRECTORY / f"{kind}-{next(NUMBERS):03}"
        path.with_suffix(".new").write_text(json.dumps(content))
        path.with_suffix(".new").rename(path.with_suffix(".json"))


class Mail(socketserver.BaseRequestHandler):
    tls_first = False

    def secure(self):
        self.request = CONTEXT.wrap_socket(self.request, server_side=True)
        self.lines = self.request.makefile("rb")
        self.is_secure = True

    def say(self, text):
        self.request.sendall(text.encode() + b"\r\n")

    def ask(self, text):
        self.say(text)
        return self.lines.readline().decode().strip()

    def sign_in(self, rest):
        method, _, first = rest.partition(" ")
        if method == "PLAIN":
            _, user, password = base64.b64decode(first or self.ask("334 ")).decode().split("\0")
        else:
            user = base64.b64decode(first or self.ask("334 VXNlcm5hbWU6")).decode()
            password = base64.b64decode(self.ask("334 UGFzc3dvcmQ6")).decode()
        if (user, password) == ("vigie", "open sesame"):
            self.user = user
            self.say("235 welcome")
        else:
            self.say("535 no such user or password")

    def take(self):
        self.say("354 go on")
        content = b""
        while not content.endswith(b"\r\n.\r\n"):
            line = self.lines.readline()
            if not line:
                return
            content += line
        keep("mail", {"secure": self.is_secure, "user": self.user, "from": self.sender, "to": self.recipient,
                      "content": content[:-5].decode()})
        self.say("250 taken")

    def handle(self):
        self.is_secure = False
        self.user = self.sender = self.recipient = ""
        self.lines = self.request.makefile("rb")
        if self.tls_first:
            self.secure()
        self.say("220 sink ready")
        while line := self.lines.readline().decode().strip():
            verb, _, rest = line.partition(" ")
            verb = verb.upper()
            if verb in ("EHLO", "HELO"):
                self.say("250-sink" + ("" if self.is_secure else "\r\n250-STARTTLS") + "\r\n250 AUTH PLAIN LOGIN")
            elif verb == "STARTTLS":
                self.say("220 go on")
                self.secure()
            elif verb == "AUTH":
                self.sign_in(rest)
            elif verb == "MAIL":
                self.sender = rest
                self.say("250 ok" if self.is_secure else "530 TLS first")
            elif verb == "RCPT":
                self.recipient = rest
                self.say("550 nobody of that name" if "refuse@" in rest else "250 ok")
            elif verb == "DATA":
                self.take()
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 what?")


class MailOverTls(Mail):
    tls_first = True


class Web(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        keep("post", {"path": self.path, "headers": dict(self.headers.items()), "body": body})
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/take")
        else:
            self.send_response(500 if self.path == "/refuse" else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments):
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, _request, _address):
        pass  # a client that does not trust us goes away in the middle of the handshake


class WebServer(Server):
    def finish_request(self, request, address):
        super().finish_request(CONTEXT.wrap_socket(request, server_side=True), address)


for name, kind, handler in (("starttls", Server, Mail), ("smtps", Server, MailOverTls), ("https", WebServer, Web)):
    server = kind(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(name, server.server_address[1], flush=True)
print("ready", flush=True)
sys.stdin.read()  # until whoever started us is gone
