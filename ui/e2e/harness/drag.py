"""Offers one file to be dragged, as a file manager does: a small window under the pointer.

Prints `ready` when it is there, `under` when the pointer is over it, `pressed` when it heard the button, `begun` when it
is dragged, `taken` once a window under the pointer says that it takes the file, then `dropped` or `refused` when the drag
ended.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def main(path: str, x: int, y: int) -> None:
    # A pop-up is placed where it is told to be, and never takes the focus from the app.
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.set_default_size(60, 60)
    window.move(x, y)
    source = Gtk.EventBox()
    window.add(source)
    source.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    source.drag_source_add_uri_targets()
    uri = pathlib.Path(path).resolve().as_uri()
    source.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris([uri]))
    source.add_events(Gdk.EventMask.ENTER_NOTIFY_MASK | Gdk.EventMask.BUTTON_PRESS_MASK)
    source.connect("enter-notify-event", lambda *_: once("under"))
    source.connect("button-press-event", lambda *_: once("pressed"))
    source.connect("drag-begin", begun)
    source.connect("drag-failed", lambda _w, _c, why: tell(f"refused: {why.value_nick}"))
    source.connect("drag-end", lambda *_: tell("dropped"))
    window.connect("map-event", lambda *_: print("ready", flush=True))
    window.show_all()
    Gtk.main()


told = set()


def once(word: str) -> bool:
    if word not in told:
        told.add(word)
        print(word, flush=True)
    return False


def begun(_widget, context) -> None:
    once("begun")
    context.connect("action-changed", told_to_take)


def told_to_take(_context, action) -> None:
    if action:
        once("taken")


def tell(outcome: str) -> bool:
    # "drag-end" follows "drag-failed": only the first of the two is the outcome.
    if Gtk.main_level():
        print(outcome, flush=True)
        Gtk.main_quit()
    return True


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
