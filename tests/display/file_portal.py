# SPDX-License-Identifier: GPL-3.0-or-later
"""The file chooser of a desktop, as a sandboxed program meets it: another program, which answers as it likes."""

import os
import random
import threading

from gi.repository import Gio, GLib

BUS_NAME = "org.freedesktop.portal.Desktop"
OBJECT_PATH = "/org/freedesktop/portal/desktop"
CHOOSER = Gio.DBusNodeInfo.new_for_xml("""
<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="SaveFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>""").interfaces[0]

CHOSEN, CANCELLED = 0, 1


class FilePortal(threading.Thread):
    """Chooses one of the files of a folder to open, or a name in it to save by; or cancels."""

    def __init__(self, seed):
        super().__init__(daemon=True)
        self.random = random.Random(seed)
        self.folder = None  # in which it chooses
        self.has_name = threading.Event()
        self.start()
        self.has_name.wait(30)

    def run(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.register_object(OBJECT_PATH, CHOOSER, self.answer, lambda *_: GLib.Variant("u", 3), None)
        Gio.bus_own_name_on_connection(bus, BUS_NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: self.has_name.set(), None)
        GLib.MainLoop.new(context, False).run()

    def choose(self, method, options):
        if self.folder is None or self.random.random() < 0.4:
            return []
        if method == "SaveFile":
            return [os.path.join(self.folder, options.get("current_name", "saved"))]
        return [os.path.join(self.folder, self.random.choice([*sorted(os.listdir(self.folder)), "missing.dossier"]))]

    def answer(self, bus, sender, _path, _interface, method, parameters, invocation):
        options = parameters.unpack()[2]
        request = f"{OBJECT_PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (request,)))

        paths = self.choose(method, options)
        response = GLib.Variant("(ua{sv})", (CHOSEN if paths else CANCELLED,
                                             {"uris": GLib.Variant("as", [GLib.filename_to_uri(path) for path in paths])}))
        source = GLib.timeout_source_new(self.random.randrange(500))
        source.set_callback(lambda *_: bus.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", response)
                            and GLib.SOURCE_REMOVE)
        source.attach(GLib.MainContext.get_thread_default())
