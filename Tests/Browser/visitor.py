"""Somebody at the browser. A journey is told in these verbs, and then walked by mouse, by keyboard and without script.

Texts are written "svenska|English"; a visitor reads one of the languages.
"""

import datetime
import re
from pathlib import Path

from playwright.sync_api import expect

from checks import look
from service import today


# What the journeys counted on their way.
COUNTS = {}


class Visitor:
    """Clicks with the mouse, and looks at every page on the way."""

    checks = True

    def __init__(self, page, service, language):
        self.page = page
        self.service = service
        self.language = language
        self.faults = []
        # Clicks, choices and fields filled in so far.
        self.actions = 0
        page.on("console", lambda message: self._console(message))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))

    def word(self, text):
        """A text in this visitor's language."""
        parts = text.split("|")
        return parts[-1] if self.language == "en" else parts[0]

    @property
    def notes(self):
        """What one journey leaves for the next: codes, addresses, counts."""
        return self.service.notes

    @staticmethod
    def day(days):
        """So many days from today, as it is written."""
        return (today() + datetime.timedelta(days)).isoformat()

    def file(self, name, text):
        """A file to upload."""
        path = Path(self.service.folder) / name
        path.write_text(text, encoding="utf-8")
        return path

    def counts(self, what, how_many):
        """Says at the end of the run how much something takes."""
        COUNTS[what] = how_many

    # Reading

    def sees(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(self.word(text), ignore_case=True)

    def sees_not(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(self.word(text), ignore_case=True)

    def awaits(self, text):
        """Reads until this is there: for pages that show again by themselves what is under way."""
        expect(self.page.locator("body")).to_contain_text(self.word(text), ignore_case=True, timeout=60_000)

    def fields_shown(self):
        """How many fields of the page's form one sees without unfolding anything."""
        controls = self.page.locator("main form.form :is(input, select, textarea):visible")
        return controls.count()

    def value(self, label):
        return self._control(label).input_value()

    def at(self, path):
        """The page's path, where * stands for one part."""
        pattern = re.escape(self.service.address) + re.escape(path).replace(r"\*", "[^/?#]+") + r"([?#].*)?$"
        expect(self.page).to_have_url(re.compile(pattern))

    def looks(self, name):
        """Holds this page against the checks, under this name."""
        if self.checks:
            self.faults += look(self.page, name, self.language)

    def text_of(self, selector):
        return self.page.locator(selector).first.inner_text()

    # Doing

    def goes(self, path):
        self.page.goto(self.service.address + path if path.startswith("/") else path)

    def follows(self, text, within=None):
        """A link, by its whole or partial name; an exact one is preferred."""
        self.actions += 1
        self._click(self._named("link", text, within))

    def presses(self, text, within=None):
        self.actions += 1
        self._click(self._named("button", text, within))

    def downloads(self, text):
        """Follows a link to a file; the file's bytes."""
        with self.page.expect_download() as download:
            self.follows(text)
        return Path(download.value.path()).read_bytes()

    def opens(self, text):
        """A folded part, unless it is open."""
        summary = self.page.locator("summary", has_text=self.word(text)).first
        if not summary.evaluate("summary => summary.parentElement.open"):
            self._click(summary)

    def fills(self, label, value):
        self.actions += 1
        self._fill(self._control(label), value)

    def chooses(self, label, option):
        """An option of a list, by the beginning of its text."""
        self.actions += 1
        control, wanted = self._control(label), self.word(option)
        texts = [text.strip() for text in control.locator("option").all_inner_texts()]
        matching = [text for text in texts if text == wanted] or [text for text in texts if text.startswith(wanted)]
        assert matching, f"{self.word(label)} offers no {wanted}, but {texts[:12]}"
        self._choose(control, texts.index(matching[0]))

    def ticks(self, label, within=None):
        scope = self._scope(within)
        box = scope.get_by_role("checkbox", name=self.word(label)).or_(
            scope.get_by_role("radio", name=self.word(label), exact=True)).first
        if not box.is_checked():
            self._tick(box)

    def unticks(self, label):
        box = self.page.get_by_role("checkbox", name=self.word(label)).first
        if box.is_checked():
            self._untick(box)

    def uploads(self, label, path):
        self._control(label).set_input_files(path)

    def row(self, text):
        """The table row, list item or card that holds this text: for `within`."""
        return self.page.locator("main tr, main li, main .card").filter(has_text=self.word(text)).first

    def accepts(self, link, password):
        """Follows an invitation and chooses a password."""
        self.goes(link)
        for box in self.page.locator("main input[type=password]").all():
            self._fill(box, password)
        self._click(self.page.locator("main form button").last)

    def signs_in(self, name, password):
        self.goes("/sign-in")
        self.fills("Användarnamn|User name", name)
        self.fills("Lösenord|Password", password)
        self.presses("Logga in|Sign in")

    def signs_out(self):
        self._click(self.page.locator(".account summary"))
        self.presses("Logga ut|Sign out")

    def reads(self, language):
        """Switches the language by the page's own button, where it is another."""
        if self.page.locator("html").get_attribute("lang") != language:
            self._click(self.page.locator(f"button[name=language][value={language}]"))
        self.language = language

    # How it is done: another kind of visitor does these otherwise.

    def _click(self, target):
        target.click()

    def _fill(self, control, value):
        control.fill(value)

    def _choose(self, control, index):
        control.select_option(index=index)

    def _tick(self, box):
        box.check()

    def _untick(self, box):
        box.uncheck()

    def _scope(self, within):
        if within is None:
            return self.page
        return self.row(within) if isinstance(within, str) else within

    def _named(self, role, text, within):
        scope, name = self._scope(within), self.word(text)
        exact = scope.get_by_role(role, name=name, exact=True)
        return exact.first if exact.count() else scope.get_by_role(role, name=name).first

    def _control(self, label):
        exact = self.page.get_by_label(self.word(label), exact=True)
        return exact.first if exact.count() else self.page.get_by_label(self.word(label)).first

    def _console(self, message):
        # The browser reports every answer of 400 and above as an error of its own; those pages are part of the journeys.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(f"{self.page.url}: the browser says {message.text}")


class VisitorWithoutScript(Visitor):
    """The same, in a browser that runs no script. The checks need script, so they are left to the others."""

    checks = False
