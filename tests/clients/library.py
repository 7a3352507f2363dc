#!/usr/bin/env python3
"""A library for one client to talk to: starts the server on an empty folder, fills it through its own API, runs the client.

Usage: library.py TINTYPE COMMAND…    What the client needs to know stands in the JSON file named by $LIBRARY.
Needs nothing but Python.
"""
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zlib

SCOPES = (
    "public read_user write_user read_photos write_photos write_likes write_followers "
    "read_collections write_collections"
)
# Far more than a client's visit lasts.
PATIENCE_SECONDS = 120
NAMES = ["quiet lake", "red boat", "high peak", "night sky", "old forest", "wide desert"]


class Library:
    """The program on a folder of its own, and the server on it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.address = f"http://127.0.0.1:{free_port()}"
        known = os.environ.items()
        self.environment = {name: value for name, value in known if not name.startswith("TINTYPE_")}

    def command(self, *words, given=None):
        """Runs a command and hands back what it printed as JSON."""
        words = [self.program, *words, "--data", f"{self.folder}/data", "--json"]
        done = subprocess.run(
            words, env=self.environment, cwd=self.folder, input=given, text=True, capture_output=True
        )
        if done.returncode != 0:
            sys.exit(f"tintype {words[1:]}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def serve(self):
        """Starts the server and waits until it is ready."""
        listen = self.address.removeprefix("http://")
        words = [self.program, "serve", "--listen", listen, "--data", f"{self.folder}/data"]
        log = open(f"{self.folder}/server.log", "w")
        server = subprocess.Popen(words, env=self.environment, cwd=self.folder, stdout=log, stderr=log)
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE_SECONDS and server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/readyz", timeout=5)
                return server
            except OSError:
                time.sleep(0.05)
        sys.exit(f"the server did not start: {open(log.name).read()}")

    def call(self, method, path, token, body=None, kind="application/json"):
        """A call of the API, with its answer as JSON."""
        headers = {"Authorization": f"Bearer {token}"}
        if body is not None:
            headers["Content-Type"] = kind
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read()}")
        return json.loads(text) if text else None

    def upload(self, token, number, name):
        """Sends a picture of its own."""
        boundary = "part-of-a-form"
        fields = {
            "title": name, "description": f"A {name}", "alt_description": f"a {name} from afar",
            "tags": ",".join(["nature", *name.split()]), "location[city]": "Oslo",
        }
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
            for field, value in fields.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="photo"; filename="{number}.png"\r\n\r\n'
        parts += [head.encode(), png(number), f"\r\n--{boundary}--\r\n".encode()]
        kind = f"multipart/form-data; boundary={boundary}"
        return self.call("POST", "/photos", token, b"".join(parts), kind)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def png(number, width=96, height=64):
    """A picture that no other number gives."""
    rows = b"".join(
        b"\0" + b"".join(bytes((x * 2, y * 3, number * 40 % 256)) for x in range(width)) for y in range(height)
    )

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def fill(library):
    """People, applications, photos, a collection, a topic; hands back what clients need to know."""
    library.command("user", "add", "ada", "--email", "ada@example.org", "--password-stdin", given=PASSWORD + "\n")
    library.command("user", "add", "ben")
    back = ["--redirect-uri", "urn:ietf:wg:oauth:2.0:oob", "--redirect-uri", "http://localhost/back"]
    app = library.command("app", "add", "--owner", "ada", "--name", "client", "--per-hour", "unlimited", *back)
    limited = library.command("app", "add", "--owner", "ada", "--name", "hasty", "--per-hour", "2")
    tokens = {
        name: library.command(
            "token", "add", "--owner", name, "--app", app["access_key"], "--scopes", SCOPES
        )["access_token"]
        for name in ["ada", "ben"]
    }
    photos = [
        library.upload(tokens["ben" if number == 5 else "ada"], number, name) for number, name in enumerate(NAMES)
    ]
    library.call("PUT", "/me", tokens["ada"], json.dumps({"url": "https://ada.example.org"}).encode())
    title = json.dumps({"title": "Quiet water", "description": "Before the wind"}).encode()
    collection = library.call("POST", "/collections", tokens["ada"], title)
    for photo in photos[:2]:
        member = json.dumps({"photo_id": photo["id"]}).encode()
        library.call("POST", f"/collections/{collection['id']}/add", tokens["ada"], member)
    library.call("POST", f"/photos/{photos[5]['id']}/like", tokens["ada"])
    library.command("topic", "add", "Mountains", "--owner", "ada", "--description", "High places", "--featured")
    library.command("topic", "edit", "mountains", "--add", photos[2]["id"], "--add", photos[0]["id"])
    time.sleep(FOUND_AFTER_SECONDS)
    for query, wanted in [
        ("/search/photos?query=nature", len(photos)),
        ("/search/collections?query=water", 1),
    ]:
        check_found(library, tokens["ada"], query, wanted)
    return {
        "address": library.address, "access_key": app["access_key"], "secret_key": app["secret_key"],
        "hasty_key": limited["access_key"], "hourly": 2, "token": tokens["ada"], "other_token": tokens["ben"],
        "username": "ada", "password": PASSWORD, "photo": photos[0]["id"], "slug": photos[0]["slug"],
        "others_photo": photos[5]["id"], "photos": len(photos), "collection": collection["id"],
        "topic": "mountains", "word": "nature", "scopes": SCOPES, "redirect_uri": back[1],
    }


def check_found(library, token, query, wanted):
    found = library.call("GET", query, token)["total"]
    if found != wanted:
        sys.exit(f"{query} finds {found}, not {wanted}")


# What is new is found within two seconds.
FOUND_AFTER_SECONDS = 3


PASSWORD = "correct horse battery staple"


def main():
    program, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        library = Library(os.path.abspath(program), folder)
        server = library.serve()
        try:
            facts = f"{folder}/library.json"
            with open(facts, "w") as file:
                json.dump(fill(library), file)
            done = subprocess.run(command, env={**os.environ, "LIBRARY": facts})
            if done.returncode != 0:
                print(open(f"{folder}/server.log").read()[-4000:], file=sys.stderr)
            return done.returncode
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main())
