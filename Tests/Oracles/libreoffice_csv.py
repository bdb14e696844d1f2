"""Opens a CSV file in LibreOffice as a person in Sweden does: a new profile with a Swedish locale, the file opened with its
import dialogue, and nothing but OK in that. Says what the dialogue proposed, then what each cell has become: row, column, type
and value, a line each.

For Debian's own Python, which is the one that sees LibreOffice (python3-uno). No window is drawn."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue

PROGRAM = "/usr/lib/libreoffice/program/soffice.bin"
SECONDS = 120

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop>
</item>
</oor:items>
"""


def until(deadline, attempt):
    """What `attempt` answers as soon as it answers something."""
    while time.monotonic() < deadline:
        try:
            answer = attempt()
            if answer is not None:
                return answer
        except Exception:  # It is not there yet, in one of many ways.
            pass
        time.sleep(0.2)
    sys.exit("LibreOffice did not answer in time")


def state(dialogue, name):
    return {value.Name: value.Value for value in dialogue.getChild(name).getState()}


def tell(context, path, deadline):
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    hand = make("org.libreoffice.uitest.UITest", context)

    def load():
        asks = PropertyValue()
        asks.Name, asks.Value = "InteractionHandler", make("com.sun.star.task.InteractionHandler", context)
        desktop.loadComponentFromURL(pathlib.Path(path).absolute().as_uri(), "_default", 0, (asks,))

    opening = threading.Thread(target=load, daemon=True)
    opening.start()

    def asked():
        window = hand.getTopFocusWindow()
        return window if "charset" in window.getChildren() and "ok" in window.getChildren() else None

    dialogue = until(deadline, asked)
    for name in ("charset", "language"):
        print("proposed", name, state(dialogue, name)["SelectEntryText"], sep="\t")
    dialogue.getChild("ok").executeAction("CLICK", ())
    opening.join(max(0, deadline - time.monotonic()))
    sheet = until(deadline, desktop.getCurrentComponent).Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    print("size", last.EndRow + 1, last.EndColumn + 1, sep="\t")
    for row in range(last.EndRow + 1):
        for column in range(last.EndColumn + 1):
            cell = sheet.getCellByPosition(column, row)
            value = f"{cell.Value:g}" if cell.Type.value == "VALUE" else cell.String
            print(row + 1, column + 1, cell.Type.value.lower(), value, sep="\t")
    sys.stdout.flush()


def main():
    deadline = time.monotonic() + SECONDS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # A copy: what an earlier run has locked is asked about first.
        copy = shutil.copy(sys.argv[1], folder)
        profile = pathlib.Path(folder, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        environment = dict(os.environ, SAL_USE_VCLPLUGIN="svp", HOME=folder)
        command = [PROGRAM, "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}"]
        quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        # The first start lays out the profile and ends.
        subprocess.run([*command, "--headless", "--terminate_after_init"], timeout=SECONDS, check=False, **quiet)
        pipe = f"praktik-{os.getpid()}"
        office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], **quiet)
        try:
            local = uno.getComponentContext()
            resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
            address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            tell(until(deadline, lambda: resolver.resolve(address)), copy, deadline)
        finally:
            office.kill()
            office.wait()
    # The bridge's threads outlive the program at its other end, and would take this one down noisily.
    os._exit(0)


main()
