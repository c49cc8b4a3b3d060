"""Takes the notifications of the private desktop, as a desktop's own service does, and prints each as a line of JSON.

Prints `ready` once it is the service. A number on its input is a click on the notification of that number.
"""

import json
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
SERVICE = f"""
<node><interface name="{NAME}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>
"""
shown = 0


def answer(_bus, _sender, _path, _interface, method, arguments, invocation) -> None:
    global shown
    reply = None
    if method == "GetCapabilities":
        # As most do: what stands in a text between angle brackets is taken for markup.
        reply = GLib.Variant("(as)", (["actions", "body", "body-markup"],))
    elif method == "GetServerInformation":
        reply = GLib.Variant("(ssss)", ("notifications.py", "Rollcall", "1", "1.2"))
    elif method == "Notify":
        _app, _replaces, _icon, title, text, actions, _hints, _timeout = arguments.unpack()
        shown += 1
        reply = GLib.Variant("(u)", (shown,))
        print(json.dumps({"title": title, "text": text, "actions": actions}), flush=True)
    invocation.return_value(reply)


def click(channel, _condition, bus) -> bool:
    line = channel.readline()
    if line.strip():
        number = int(line)
        emit = lambda signal, value: bus.emit_signal(None, "/org/freedesktop/Notifications", NAME, signal, value)
        emit("ActionInvoked", GLib.Variant("(us)", (number, "default")))
        emit("NotificationClosed", GLib.Variant("(uu)", (number, 2)))
    return bool(line)


def serve(bus: Gio.DBusConnection, _name: str) -> None:
    interface = Gio.DBusNodeInfo.new_for_xml(SERVICE).interfaces[0]
    bus.register_object("/org/freedesktop/Notifications", interface, answer, None, None)
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, click, bus)


Gio.bus_own_name(
    Gio.BusType.SESSION,
    NAME,
    Gio.BusNameOwnerFlags.NONE,
    serve,
    lambda *_: print("ready", flush=True),
    lambda *_: sys.exit("the name is taken"),
)
GLib.MainLoop().run()
