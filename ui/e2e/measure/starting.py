"""Starts a program and tells, as one line of JSON, when its window was painted and when it answered a key.

    starting.py PROGRAM PLACE [KEY WORD]

Looks at the screen as a person does: text on a bright ground has been painted, in the `middle` of the window or where Overview
has its `numbers`. Then it presses KEY until the window's title begins with WORD, and looks for text in the middle. Times are
milliseconds since the program was started. The program goes on; its process is told as well.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GdkPixbuf  # noqa: E402

# Within a window of 1280 by 800 in the middle of the private desktop.
PLACES = {"middle": (420, 300, 760, 400), "numbers": (440, 205, 900, 60)}
PATIENCE = 30
root = Gdk.get_default_root_window()


def painted(place):
    picture = Gdk.pixbuf_get_from_window(root, *PLACES[place])
    width, height = picture.get_width() // 2, picture.get_height() // 2
    small = picture.scale_simple(width, height, GdkPixbuf.InterpType.NEAREST)
    pixels, line, step = small.get_pixels(), small.get_rowstride(), small.get_n_channels()
    # Of three colours one is enough to tell text from its ground.
    green = [pixels[at + 1] for y in range(0, height, 2) for at in range(y * line, y * line + width * step, step)]
    bright = sum(1 for each in green if each > 200)
    dark = sum(1 for each in green if each < 110)
    # While the window is put up, a part of it is still the desktop's.
    return bright > len(green) * 3 / 4 and len(green) / 400 < dark < len(green) / 8


def asked(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True).stdout


def wait(what):
    """Waits until it is seen twice, one look after the other, and tells when it was seen first."""
    end = time.monotonic() + PATIENCE
    while True:
        seen = since()
        if what() and what():
            return seen
        if time.monotonic() > end:
            sys.exit("Nothing was seen in time.")
        time.sleep(0.004)


program, place, *key = sys.argv[1:]
if painted("middle"):
    sys.exit("Something is painted there already.")
started = time.monotonic()
process = subprocess.Popen([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
since = lambda: round((time.monotonic() - started) * 1000)  # noqa: E731
told = {"pid": process.pid, "painted": wait(lambda: painted(place))}
if key:
    pressed = 0.0

    def answered():
        global pressed
        # A key that comes before the window has the focus is lost; a person presses it again.
        if time.monotonic() - pressed > 0.2:
            asked("key", "--clearmodifiers", key[0])
            pressed = time.monotonic()
        return asked("getactivewindow", "getwindowname").startswith(key[1])

    told["answered"] = wait(answered)
    told["listed"] = wait(lambda: painted("middle"))
print(json.dumps(told), flush=True)
