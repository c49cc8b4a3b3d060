"""Prints what the Secret Service holds, as JSON: a view of the keychain that shares no code with the app."""

import json

from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.secrets"
bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)


def call(path: str, interface: str, method: str, arguments: GLib.Variant | None = None) -> tuple:
    reply = bus.call_sync(
        SERVICE, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None
    )
    return reply.unpack()


def item_property(path: str, name: str) -> object:
    arguments = GLib.Variant("(ss)", ("org.freedesktop.Secret.Item", name))
    return call(path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]


service = "/org/freedesktop/secrets"
plain = GLib.Variant("(sv)", ("plain", GLib.Variant("s", "")))
_, session = call(service, "org.freedesktop.Secret.Service", "OpenSession", plain)
unlocked, locked = call(
    service, "org.freedesktop.Secret.Service", "SearchItems", GLib.Variant("(a{ss})", ({},))
)
items = []
for path in unlocked:
    (secret,) = call(path, "org.freedesktop.Secret.Item", "GetSecret", GLib.Variant("(o)", (session,)))
    items.append(
        {
            "label": item_property(path, "Label"),
            "attributes": item_property(path, "Attributes"),
            "secret": bytes(secret[2]).decode("utf-8", "replace"),
        }
    )
print(json.dumps({"items": items, "locked": len(locked)}))
