"""A person with protected identity, from referral to work: what is collected afterwards tells neither who nor where."""

import datetime
import io
import re
import subprocess
import urllib.error
import urllib.request
import zipfile
from urllib.parse import urlsplit

import pytest

from crawl import crawl
from mailbox import Mailbox
from people import PASSWORD
from service import Service, today

# A test identity number (Skatteverket).
GIVEN, FAMILY, NUMBER = "Hemligfrid", "Skyddadsson", "19900118-9811"
WHO = re.compile(rf"{GIVEN}|{FAMILY}|{NUMBER}|{NUMBER.replace('-', '')}|{NUMBER[2:]}|{NUMBER[2:].replace('-', '')}", re.I)
# The unit, the slot and the supervisor: what tells where somebody is.
WHERE = re.compile(r"Gömda enheten|Gömställe|Gömsson|GOMD|GOMT|gomd@", re.I)
UNIT, SLOT, PERSON, PLACEMENT = "GOMD", "GOMT", "AMA/K-7", "P-2"
# Where a place that is named is somebody's; elsewhere it is on offer, as any.
ABOUT_PEOPLE = re.compile("participant|placement|outcome|mail|worklist|audit|utfall")
# Lisa alone may see protected persons.
USERS = {
    "lisa": ["--role", "coordinator", "--named-officer"], "karin": ["--role", "coordinator"],
    "rut": ["--role", "registrar", "--unit", UNIT], "ali": ["--role", "referrer", "--referrer", "AMA"],
    "eva": ["--role", "statistician"], "astrid": ["--admin"],
}
LISTS = [
    "slot list", "participant list", "placement list", "outcome list", "mail list", "user list", "audit list --last 1000",
    "commitment status", "commitment delivery", "report annual", "match list", "worklist", "calendar list",
]


def day(days):
    return (today() + datetime.timedelta(days)).isoformat()


@pytest.fixture(scope="module")
def mailbox():
    made = Mailbox()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def lived(mailbox):
    """The journey itself, by hand and by one who may, beside an ordinary person's who gets mail."""
    made = Service(
        today().year, PRAKTIK_BASE_URL="http://127.0.0.1:9", PRAKTIK_SMTP_FROM="praktik@uddevalla.example",
        PRAKTIK_SMTP_URL=f"smtp://127.0.0.1:{mailbox.port}")
    try:
        made.load_registers()
        journey(made)
        made.start()
        yield made
    finally:
        made.stop()


def journey(service):
    def load(kind, *lines):
        path = f"{service.folder}/{kind}.csv"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        service.praktik("import", kind, path)

    def lisa(*words):
        return service.praktik(*words, "--as", "lisa")

    load("units", "code;name;kind;email", f"{UNIT};Gömda enheten;forvaltning;gomd@uddevalla.example")
    load(
        "supervisors", "code;unit;name;email;trained_on;capacity",
        f"H-G;{UNIT};Göte Gömsson;gote.gomsson@uddevalla.example;2020-01-01;3")
    for name, options in USERS.items():
        service.praktik("user", "add", name, *options)
    load(
        "slots", "code;unit;title;kind;from;to;places;state;supervisor",
        f"{SLOT};{UNIT};Gömställe;arbetspraktik;{day(0)};{day(120)};1;offered;H-G",
        f"PARK;SBF-LOK;Park;arbetspraktik;{day(0)};{day(120)};1;offered;H-LOK-1")
    load(
        "participants",
        "referrer;reference;identity_type;identity;given_name;family_name;email;protected;registered_on;wishes",
        f"AMA;K-7;personnummer;{NUMBER};{GIVEN};{FAMILY};hemlig@example.se;yes;{day(-30)};",
        # Both places would do; the hidden one is to be left.
        f"AMA;K-8;;;Test;Öppensson;oppen@example.se;no;{day(-30)};PARK")
    lisa("match", "run", "--from", day(0))
    lisa("match", "decide")
    lisa("placement", "add", "--referrer", "AMA", "--participant", "K-7", "--slot", SLOT, "--from", day(0), "--to", day(60))
    for party in ("host", "participant"):
        lisa("placement", "answer", PLACEMENT, "--party", party, "--accept", "--on-behalf", "phoned")

    def agreed():
        for party in ("host", "participant", "referrer"):
            lisa("agreement", "approve", PLACEMENT, "--for", party, "--ground", "signed_on_paper")

    agreed()
    lisa("agreement", "check", PLACEMENT, "insurance")
    lisa("placement", "start", PLACEMENT)
    lisa("placement", "extend", PLACEMENT, "--to", day(90))
    agreed()
    lisa("placement", "complete", PLACEMENT, "--reason", "Fick arbete")
    lisa("outcome", "record", "--placement", PLACEMENT, "--status", "employed", "--employer", "host")


def enters(service, browser, name):
    """A browser's page of this person's, signed in by a one-time link."""
    context = browser.new_context(locale="sv-SE")
    context.set_default_timeout(90_000)
    page = context.new_page()
    link = re.search(r"https?://\S+", service.praktik("user", "link", name)).group(0).rstrip(".")
    page.goto(service.address + re.sub(r"^https?://[^/]+", "", link))
    for box in page.locator("main input[type=password]").all():
        box.fill(PASSWORD)
    page.locator("main form button").last.click()
    return page


def words(body):
    """What a file says."""
    if body.startswith(b"%PDF"):
        return subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True).stdout.decode()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())
    return body.decode()


@pytest.mark.parametrize("way", ["mouse"], indirect=True)
def test_nothing_tells_who_or_where(way, lived, mailbox, browser):
    looks_at_lists(lived)
    looks_at_documents(lived)
    for name in USERS:
        page = enters(lived, browser, name)
        looks_at_pages(lived, page, name)
        page.context.close()
        looks_at_the_api(lived, name)
    looks_at_mail(mailbox)
    looks_at_logs(lived)


def looks_at_lists(lived):
    told = 0
    for name in USERS:
        for command in LISTS:
            for form in ("table", "csv", "json", "spreadsheet"):
                answer = lived.tries(*command.split(), "--as", name, "--format", form)
                told += len(answer.stdout)
                safe(answer.stdout + answer.stderr, f"{command} as {name}, {form}", ABOUT_PEOPLE.search(command))
                # The other person is there: it is not that nothing is.
                if command == "participant list" and name in ("lisa", "karin", "ali"):
                    assert "K-8" in answer.stdout
    assert told > 10_000


def looks_at_documents(lived):
    for kind in ("agreement print", "placement certificate"):
        path = f"{lived.folder}/document.pdf"
        lived.praktik(*kind.split(), PLACEMENT, "--out", path, "--as", "lisa")
        with open(path, "rb") as file:
            said = words(file.read())
        safe(said, kind, True)
        assert "praktik" in said.lower()


def looks_at_pages(lived, page, name):
    """Everything that links lead to, but for what the named officer opens on purpose."""
    files, opened = set(), 0

    def each(kind, _):
        nonlocal opened
        opened += 1
        path = urlsplit(page.url).path
        if not (name == "lisa" and path.endswith((PERSON, PLACEMENT, f"{PLACEMENT}/agreement"))):
            # What a field offers to choose from is every unit and slot there is.
            said = re.sub(r"<option\b.*?</option>", "", page.content())
            safe(said, f"{path} as {name}", ABOUT_PEOPLE.search(path) and not path.endswith("/new"))
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
        files.update(link for link in links if re.search(r"\.(csv|xlsx|json|ics|svg)([?#]|$)|/file$", link))

    crawl(page, lived.address, each, most_of_a_kind=5)
    assert opened > 3
    for link in files:
        answer = page.request.get(link)
        safe(words(answer.body()), f"{link} as {name}", ABOUT_PEOPLE.search(link))
    # By guessing: the person's own pages, and what asks about them.
    if name != "lisa":
        for path in (f"/participants/{PERSON}", f"/placements/{PLACEMENT}", f"/slots/{SLOT}",
                     "/rounds/M-1/why?participant=AMA%2FK-7"):
            safe(page.request.get(lived.address + path).text(), f"{path} as {name}", False)
        for asked in (FAMILY, NUMBER):
            # What was asked is written back; what is found is nothing.
            said = page.request.get(f"{lived.address}/participants?q={asked}").text().replace(asked, "")
            safe(said, f"a search as {name}", True)
            assert "K-7" not in said, f"a search as {name}"


def looks_at_the_api(lived, name):
    """Every list that a token of this person's may read."""
    token = re.search(r"\bpk_\S+|[A-Za-z0-9_.-]{40,}", lived.praktik("user", "token", "add", name, "--name", "t", "--scope", "read"))
    document = urllib.request.urlopen(lived.address + "/api/openapi.yaml").read().decode()
    for path in re.findall(r"(?m)^  (/api/v1/[^\s{}]+):$", document):
        request = urllib.request.Request(lived.address + path, headers={"Authorization": f"Bearer {token.group(0)}"})
        try:
            said = urllib.request.urlopen(request).read().decode()
        except urllib.error.HTTPError as error:
            said = error.read().decode()
        safe(said, f"GET {path} as {name}", ABOUT_PEOPLE.search(path))


def looks_at_mail(mailbox):
    letters = mailbox.letters()
    assert {letter["To"] for letter in letters} >= {"lokalvard@uddevalla.example", "oppen@example.se"}
    for letter in letters:
        safe(str(letter) + letter.get_content() + letter["Subject"], "a letter", True)
        assert "gomd@" not in letter["To"] and "hemlig@" not in letter["To"]


def looks_at_logs(lived):
    safe(lived.log.read_text(encoding="utf-8"), "the daemon's log", True)
    safe(lived.praktik("audit", "list", "--last", "10000", "--format", "json"), "the audit log", True)


def safe(text, where, is_about_people):
    found = WHO.search(text) or (is_about_people and WHERE.search(text))
    assert not found, f"{where}: {text[max(0, found.start() - 150):found.end() + 60]}"
