"""Another program's window, which takes the focus. Prints `ready` once it has it."""

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

window = Gtk.Window(title="Another program")
window.set_default_size(240, 120)
window.move(1400, 20)
window.connect("focus-in-event", lambda *_: print("ready", flush=True))
window.show_all()
window.present_with_time(Gdk.CURRENT_TIME)
Gtk.main()
