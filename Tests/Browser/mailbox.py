"""A real mail server (Debian's python3-aiosmtpd) that keeps what comes, for those who have no account."""

import email
import email.policy
import email.utils
import re
import subprocess
import tempfile
import time
from pathlib import Path

_SERVER = Path(__file__).resolve().parents[1] / "MailServers/server.py"


class Mailbox:
    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="praktik-mail-")
        self.folder = Path(self._folder.name)
        # Debian's own Python is the one that sees it.
        self._server = subprocess.Popen(["/usr/bin/python3", _SERVER, "0", self.folder], stdin=subprocess.DEVNULL)
        self.port = int(_until(lambda: (self.folder / "port").exists() and (self.folder / "port").read_text()))
        self._read = set()

    def letter(self, to, saying, since=None):
        """The next letter to this address whose subject holds this, written on a day or later; waits for it."""
        return _until(lambda: self._next(to, saying, since), f"no letter to {to} on {saying!r}")

    def letters(self):
        """Everything that came, read or not."""
        return [_parsed(path) for path in sorted(self.folder.glob("*.eml"))]

    def stop(self):
        self._server.terminate()
        self._server.wait(20)
        self._folder.cleanup()

    def _next(self, to, saying, since):
        for path in sorted(self.folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns):
            letter = _parsed(path)
            if path in self._read or letter["To"] != to or saying not in letter["Subject"]:
                continue
            if since is None or email.utils.parsedate_to_datetime(letter["Date"]).date() >= since:
                self._read.add(path)
                return letter
        return None


def link(letter):
    """The one link in a letter."""
    found = re.findall(r"https?://\S+", letter.get_content())
    assert len(found) == 1, f"the letter holds {len(found)} links"
    return found[0]


def _parsed(path):
    # Before the message stand sender, recipient and user.
    raw = path.read_bytes().split(b"\n", 3)[3]
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    assert not letter.defects, letter.defects
    return letter


def _until(look, otherwise="the mail server did not start"):
    # The daemon looks at its outbox every few seconds; a machine may be busy with other tests.
    for _ in range(1200):
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(otherwise)
