"""Does something with the keychain of the private desktop.

`process` prints its process; `lock` gives it a password and locks it; `unlock` makes it as it was.
"""

import sys

from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
# The private desktop gave it an empty line as its password. No person could type that.
GIVEN = b"\n"
bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)


def call(interface: str, method: str, arguments: GLib.Variant) -> tuple:
    flags = Gio.DBusCallFlags.NONE
    return bus.call_sync(SERVICE, ROOT, interface, method, arguments, None, flags, 5000, None).unpack()


def process() -> None:
    asked = GLib.Variant("(s)", (SERVICE,))
    bus_itself = ("org.freedesktop.DBus", "/", "org.freedesktop.DBus")
    reply = bus.call_sync(*bus_itself, "GetConnectionUnixProcessID", asked, None, Gio.DBusCallFlags.NONE, 5000, None)
    print(reply.unpack()[0])


def collection() -> str:
    return call("org.freedesktop.Secret.Service", "ReadAlias", GLib.Variant("(s)", ("default",)))[0]


def change(word: str, *passwords: bytes) -> None:
    """What a desktop's own sign-in does: the public ways ask the person in a window."""
    plain = GLib.Variant("(sv)", ("plain", GLib.Variant("s", "")))
    session = call("org.freedesktop.Secret.Service", "OpenSession", plain)[1]
    secrets = [(session, b"", password, "text/plain") for password in passwords]
    arguments = GLib.Variant(f"(o{'(oayays)' * len(secrets)})", (collection(), *secrets))
    call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", word, arguments)


def lock(password: str) -> None:
    change("ChangeWithMasterPassword", GIVEN, password.encode())
    call("org.freedesktop.Secret.Service", "Lock", GLib.Variant("(ao)", ([collection()],)))


def unlock(password: str) -> None:
    change("UnlockWithMasterPassword", password.encode())
    change("ChangeWithMasterPassword", password.encode(), GIVEN)


{"process": process, "lock": lock, "unlock": unlock}[sys.argv[1]](*sys.argv[2:])
