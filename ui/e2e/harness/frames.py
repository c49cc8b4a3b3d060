"""Takes pictures of the whole screen as fast as it can and prints of each, as a line, how much of it is bright.

Prints `ready` before the first.
"""

import sys
import time

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GdkPixbuf  # noqa: E402

SIZE = (168, 105)
BRIGHT = 170

root = Gdk.get_default_root_window()
print("ready", flush=True)
end = time.monotonic() + float(sys.argv[1])
while time.monotonic() < end:
    picture = Gdk.pixbuf_get_from_window(root, 0, 0, root.get_width(), root.get_height())
    small = picture.scale_simple(*SIZE, GdkPixbuf.InterpType.NEAREST)
    pixels, line, step = small.get_pixels(), small.get_rowstride(), small.get_n_channels()
    places = [y * line + x * step for y in range(SIZE[1]) for x in range(SIZE[0])]
    bright = sum(1 for at in places if min(pixels[at : at + 3]) > BRIGHT)
    print(f"{bright / len(places):.3f}", flush=True)
