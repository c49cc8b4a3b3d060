"""Hears what docks hear: how far programs say that they are. Prints each signal as a line of JSON, after `ready`."""

import json

from gi.repository import Gio, GLib


def heard(_bus, _sender, _path, _interface, _signal, arguments) -> None:
    entry, properties = arguments.unpack()
    print(json.dumps({"entry": entry, **properties}), flush=True)


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
INTERFACE = "com.canonical.Unity.LauncherEntry"
bus.signal_subscribe(None, INTERFACE, "Update", None, None, Gio.DBusSignalFlags.NONE, heard)
# The bus has to know of it before anybody is told that it listens.
bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId", None, None, 0, -1, None)
print("ready", flush=True)
GLib.MainLoop().run()
