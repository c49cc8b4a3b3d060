"""Writes what a window shows on the screen as a PNG, once it has come to rest: screen.py PATH WINDOW."""

import sys
import time

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("GdkX11", "3.0")
from gi.repository import Gdk, GdkX11  # noqa: E402

# What moves without an end, such as a bar of unknown length, is taken as it is then.
PATIENCE = 3

path, number = sys.argv[1:]
window = GdkX11.X11Window.foreign_new_for_display(Gdk.Display.get_default(), int(number))
look = lambda: Gdk.pixbuf_get_from_window(window, 0, 0, window.get_width(), window.get_height())  # noqa: E731
end = time.monotonic() + PATIENCE
seen = look()
while time.monotonic() < end:
    time.sleep(0.12)
    before, seen = seen, look()
    if seen.get_pixels() == before.get_pixels():
        break
seen.savev(path, "png", [], [])
