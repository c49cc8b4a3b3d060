"""What Orca 43, the one of Debian 12, does not yet do for WebKitGTK.

It says what is added to a live region, an alert that is added to the page, and the heading that gets the focus when a screen opens.
"""

import orca.scripts.default as default
import orca.scripts.toolkits.WebKitGtk.script as webkit
import pyatspi

LIVE = ("live:polite", "live:assertive")


def text_of(thing) -> str:
    try:
        text = thing.queryText().getText(0, -1).replace("\ufffc", "").strip()
    except NotImplementedError:
        text = ""
    return text or thing.name or " ".join(filter(None, (text_of(child) for child in thing if child)))


def said_of_regions(self, event) -> None:
    if not isinstance(event.any_data, pyatspi.Accessible):
        return
    in_region = any(each in LIVE for each in event.source.getAttributes())
    if in_region or "xml-roles:alert" in event.any_data.getAttributes():
        if text := text_of(event.any_data):
            self.presentMessage(text)


default.Script.onChildrenAdded = said_of_regions


def focused(self, event) -> None:
    if event.detail1 and event.source.getRole() == pyatspi.ROLE_HEADING:
        default.Script.onFocusedChanged(self, event)
    else:
        by_webkit(self, event)


by_webkit = webkit.Script.onFocusedChanged
webkit.Script.onFocusedChanged = focused
