"""A real `praktik serve` on a private database with the example in it, gone when the tests are over."""

import datetime
import os
import re
import shutil
import subprocess
import tempfile
import zoneinfo
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("PRAKTIK_PROGRAMS", ROOT / ".build/debug"))
MUNICIPALITY = "1485"


def today():
    """The municipality's day, which in the evening is another than this machine's may be."""
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Stockholm")).date()


class Service:
    """One database, one daemon. `address` is where it answers; `year` is the example's."""

    def __init__(self, year, language="sv_SE.UTF-8", **variables):
        self.year = year
        self.notes = {}
        self.folder = tempfile.mkdtemp(prefix="praktik-browser-", dir="/tmp")
        self.log = ROOT / f".build/screenshots/serve-{Path(self.folder).name[-8:]}.log"
        # Nothing of the surroundings' settings but where the program is that prints.
        inherited = {
            k: v for k, v in os.environ.items() if not k.startswith("PRAKTIK_") or k == "PRAKTIK_WEASYPRINT"}
        self.environment = inherited | {
            "PRAKTIK_STATE": self.folder, "PRAKTIK_MUNICIPALITY": MUNICIPALITY, "LANG": language} | variables
        # Ends daemon and database also when the tests are killed: its standard input closes with their process.
        self._watcher = subprocess.Popen(
            ["sh", "-c",
             'while read -r line; do daemon=$line; done;'
             ' [ "$(cat "/proc/$daemon/comm" 2>/dev/null)" = praktik ] && kill "$daemon";'
             ' "$1" database stop; rm -rf "$2"', "sh", PROGRAMS / "praktik", self.folder],
            env=self.environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        self._daemon = None
        self.address = None

    def tries(self, *arguments):
        """Runs a command; what became of it."""
        return subprocess.run(
            [PROGRAMS / "praktik", *arguments], env=self.environment, cwd=ROOT, stdin=subprocess.DEVNULL,
            capture_output=True, text=True)

    def praktik(self, *arguments):
        """Runs a command; what it wrote, or an error with what it said."""
        answer = self.tries(*arguments)
        if answer.returncode != 0:
            raise RuntimeError(f"praktik {' '.join(map(str, arguments))}: {answer.stderr or answer.stdout}")
        return answer.stdout

    def invitation(self, name, *options):
        """Adds an account and answers the one-time link that it is shown with."""
        link = re.search(r"https?://\S+", self.praktik("user", "add", name, *options))
        assert link, f"praktik user add {name} showed no link"
        return self.address + re.sub(r"^https?://[^/]+", "", link.group(0).rstrip("."))

    def load_registers(self):
        """The units, referrers and supervisors of Database/Example."""
        self.praktik("database", "start")
        self.praktik("migrate")
        self.praktik("settings", "set", "name=Uddevalla kommun")
        for name in ("units", "referrers", "supervisors"):
            self.praktik("import", name, str(ROOT / f"Database/Example/{name}.csv"))

    def load_example(self):
        """The municipality of Database/Example, three years of it."""
        self.load_registers()
        made = Path(self.folder) / "example"
        subprocess.run(
            [PROGRAMS / "ExampleMaker", "--year", str(self.year), "--out", made], check=True, capture_output=True)
        self.praktik("import", "undertakings", str(ROOT / "Database/Example/undertakings.csv"))
        for name in ("undertakings", "slots", "participants", "placements", "outcomes"):
            self.praktik("import", name, str(made / f"{name}.csv"))
        # The departments say that their offers still hold: what nobody has confirmed for long is left out of matching.
        offered = self.praktik("slot", "list", "--state", "offered", "--format", "csv").splitlines()[1:]
        self.praktik("slot", "confirm", *(line.split(",")[0] for line in offered))

    def sets_the_clock(self, days):
        """The same daemon so many days from now."""
        self.end()
        self.start(int(self.address.rsplit(":", 1)[1]), days)

    def start(self, port=0, days=0):
        """Starts the daemon, on a free port where none is given, so many days from now by its own clock."""
        clock = {"LD_PRELOAD": _ahead(self.folder), "AHEAD_DAYS": str(days)} if days else {}
        self._daemon = subprocess.Popen(
            [PROGRAMS / "praktik", "serve", "--listen", f"127.0.0.1:{port}"], env=self.environment | clock, cwd=ROOT,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        print(self._daemon.pid, file=self._watcher.stdin, flush=True)
        for line in self._daemon.stderr:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.address = found.group(0)
                break
        else:
            raise AssertionError("praktik serve ended before it listened")
        # What it logs from here on is kept beside the screenshots.
        log = open(self.log, "a", encoding="utf-8")
        subprocess.Popen(["cat"], stdin=self._daemon.stderr, stdout=log)

    def end(self):
        """Ends the daemon; the database goes on."""
        self._daemon.terminate()
        self._daemon.wait(20)

    def stop(self):
        if self._daemon:
            self.end()
        self._watcher.stdin.close()
        self._watcher.wait(60)
        shutil.rmtree(self.folder, ignore_errors=True)


def _ahead(folder):
    """What lets a program live some days ahead, built once."""
    built = Path(folder) / "ahead.so"
    if not built.exists():
        source = Path(__file__).with_name("ahead.c")
        subprocess.run(["clang", "-O", "-shared", "-fPIC", "-o", built, source], check=True)
    return str(built)
