"""A speech service that says nothing aloud: a screen reader speaks to it, and each sentence is printed as a line of JSON.

It speaks SSIP, the protocol of Speech Dispatcher, at the socket that is named. `said` is a sentence, `cut` that whatever was
being said is to stop, as when a key is pressed meanwhile. Prints `ready` when it can be spoken to.
"""

import html
import json
import re
import socketserver
import sys
import threading
import time

# What an answer begins with is all that clients look at; the words are for people.
ANSWERS = {
    "HISTORY GET CLIENT_ID": "245-1\r\n245 OK CLIENT ID SENT",
    "LIST OUTPUT_MODULES": "250-mute\r\n250 OK MODULE LIST SENT",
    "LIST SYNTHESIS_VOICES": "249-mute\ten\tnone\r\n249 OK VOICE LIST SENT",
    "GET RATE": "251-0\r\n251 OK GET RETURNED",
    "GET PITCH": "251-0\r\n251 OK GET RETURNED",
    "GET VOLUME": "251-100\r\n251 OK GET RETURNED",
    "GET LANGUAGE": "251-en\r\n251 OK GET RETURNED",
    "GET OUTPUT_MODULE": "251-mute\r\n251 OK GET RETURNED",
}
MARKUP = re.compile(r"<[^>]*>")
lock = threading.Lock()


def tell(**what) -> None:
    with lock:
        print(json.dumps({"at": round(time.time() * 1000), **what}), flush=True)


class Client(socketserver.StreamRequestHandler):
    spoken = 0

    def handle(self) -> None:
        while line := self.line():
            word = line.split(" ", 1)[0].upper()
            if word == "SPEAK":
                self.speak()
            elif word in ("CHAR", "KEY"):
                tell(said=line.split(" ", 1)[-1])
                self.queued()
            elif word in ("CANCEL", "STOP"):
                tell(cut=True)
                self.answer("210 OK STOPPED")
            else:
                self.answer(ANSWERS.get(line.upper(), "200 OK"))

    def line(self) -> str:
        return self.rfile.readline().decode("utf-8", "replace").rstrip("\r\n")

    def answer(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def speak(self) -> None:
        self.answer("230 OK RECEIVING DATA")
        text = []
        while (line := self.line()) != ".":
            text.append(line.removeprefix("."))
        # Marks for where a sentence is read stand in it as markup.
        said = html.unescape(MARKUP.sub("", " ".join(text))).strip()
        if said:
            tell(said=said)
        self.queued()

    def queued(self) -> None:
        Client.spoken += 1
        number = Client.spoken
        self.answer(f"225-{number}\r\n225 OK MESSAGE QUEUED")
        # Who reads a whole text waits for the end of each sentence.
        for code, event in ((701, "BEGIN"), (702, "END")):
            self.answer(f"{code}-{number}\r\n{code}-1\r\n{code} {event}")


class Ear(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


with Ear(sys.argv[1], Client) as ear:
    print("ready", flush=True)
    ear.serve_forever()
