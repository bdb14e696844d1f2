"""A placement's whole life: two with accounts, three with nothing but their mail, and nobody who calls anybody."""

import datetime
import socket

import pytest
from playwright.sync_api import expect

from conftest import walker
from mailbox import Mailbox, link
from people import sign_in
from service import Service, today

HOST, SUPERVISOR, PARTICIPANT = (
    "lokalvard@uddevalla.example", "birgitta.exempelsson@uddevalla.example", "test.akesson@example.se")
# When it begins, when it was to end and when it ends, in days from the day it is matched.
FIRST, LAST, EXTENDED = 3, 40, 60
# After so many days an offer is to be confirmed, where the municipality has settled nothing else.
UNCONFIRMED = 30
APPROVE, APPROVE_ENGLISH = "Överenskommelse att godkänna", "An agreement to approve"
FOLLOW_UP = "Uppföljning av en praktik"


@pytest.fixture(scope="module")
def mailbox():
    made = Mailbox()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def living(mailbox):
    """A municipality with its registers and nothing else, that sends mail; its daemon is started by the day."""
    # The links in the mail name it, so it is settled before the daemon begins.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Service(
        today().year, PRAKTIK_BASE_URL=f"http://127.0.0.1:{port}",
        PRAKTIK_SMTP_URL=f"smtp://127.0.0.1:{mailbox.port}", PRAKTIK_SMTP_FROM="praktik@uddevalla.example")
    try:
        made.load_registers()
        made.start(port)
        yield made
    finally:
        made.stop()


@pytest.fixture
def office(request, living, browser):
    """Whoever has an account, in Swedish."""
    yield from walker(request, living, browser, "sv")


@pytest.fixture
def phone(living, browser):
    """An old telephone: narrow, and without script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 568})
    context.set_default_timeout(90_000)
    yield context.new_page()
    context.close()


def answers(office, phone, letter, name, button, choose=(), write=None, stays=False):
    """Opens the link in a letter on the telephone and answers by its keys. The page is looked at first, in both languages and
    more than once: a link that is opened answers nothing."""
    address = link(letter)
    for office.language in ("en", "sv"):
        office.goes(f"{address}?language={office.language}")
        office.looks(f"link-{name}")
    phone.goto(address)
    for label, value in (write or {}).items():
        phone.get_by_label(label).fill(value)
    for selector in choose:
        phone.locator(selector).check()
    # What is folded away is passed by; a button is come to from the top.
    phone.locator("h1").click()
    target = phone.get_by_role("button", name=button, exact=True)
    for _ in range(60):
        phone.keyboard.press("Tab")
        if target.evaluate("button => button === document.activeElement"):
            break
    else:
        raise AssertionError(f"Tab does not come to {button!r} on {name}")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_have_count(1)
    # A link is good for one answer, but for the one that stands open.
    assert phone.goto(address).status == (200 if stays else 404)


def offers(office):
    sign_in(office, "rut")
    office.follows("Erbjud en plats")
    office.fills("Vad för slags arbete", "Lokalvårdare")
    office.chooses("Var", "Lokalvårdsservice")
    office.fills("När", f"{office.day(FIRST)} – {office.day(120)}")
    office.chooses("Handledare", "Birgitta Exempelsson")
    office.presses("Erbjud platsen")
    office.sees("Platsen syns nu för samordnaren")
    office.signs_out()


def refers(office):
    sign_in(office, "ali")
    office.follows("Anmäl en deltagare")
    office.fills("Er referens", "B-1")
    office.fills("Förnamn", "Test")
    office.fills("Efternamn", "Åkesson")
    office.opens("Fler uppgifter")
    office.fills("E-post", PARTICIPANT)
    office.fills("Språk", "engelska")
    office.fills("Tillgänglig till", office.day(LAST))
    office.presses("Anmäl")
    office.sees("är anmäld och är med i nästa matchning")
    office.signs_out()


def matches(office):
    sign_in(office, "karin")
    office.follows("Matchning")
    office.follows("Ny matchning")
    office.fills("Från och med", office.day(FIRST))
    office.presses("Föreslå")
    office.awaits("bevisat bästa möjliga")
    office.follows("Besluta")
    office.presses("Besluta")
    office.sees("1 förslag är gjort")


def approves(office, person, says="Antecknat"):
    """Somebody's own word on the newest version, by their account."""
    sign_in(office, person)
    office.goes("/placements/P-1")
    office.presses("Godkänn")
    office.sees(says)
    office.signs_out()


def settles(office):
    """The participant has no e-identification, so the coordinator writes down what was said; the insurance is seen to."""
    sign_in(office, "karin")
    office.goes("/placements/P-1")
    office.chooses("Varför för deras räkning", "Har ingen e-legitimation")
    office.presses("Godkänn för deras räkning", within="Deltagaren")
    office.presses("Det är klart")
    office.sees("gäller nu")
    office.signs_out()


def extends(office):
    sign_in(office, "karin")
    office.goes("/placements/P-1")
    office.follows("Förläng, korta eller ändra")
    office.fills("Sista dagen", office.day(EXTENDED))
    office.presses("Skriv ny version")
    office.sees("Version 2 är skriven")
    office.looks("life-extended")
    office.signs_out()


@pytest.mark.parametrize("way", ["mouse"], indirect=True)
def test_life(way, living, mailbox, office, phone):
    offers(office)
    refers(office)
    matches(office)
    office.signs_out()
    answers(office, phone, mailbox.letter(HOST, "Förslag till praktik"), "proposal-host", "Vi tar emot")
    answers(office, phone, mailbox.letter(PARTICIPANT, "A proposed placement"), "proposal-participant", "Yes, I want to")
    answers(office, phone, mailbox.letter(HOST, APPROVE), "agreement-host", "Godkänn")
    # Asked too, but it is the coordinator who will write down what was said.
    unused = mailbox.letter(PARTICIPANT, APPROVE_ENGLISH)
    approves(office, "ali")
    settles(office)
    assert phone.goto(link(unused)).status == 404
    living.sets_the_clock(FIRST)
    answers(office, phone, mailbox.letter(SUPERVISOR, "Började praktiken"), "start", "Började som planerat")
    living.sets_the_clock(FIRST + 1)
    answers(
        office, phone, mailbox.letter(PARTICIPANT, "If something is wrong"), "complaint", "Send to the coordinator",
        write={"Write what is wrong": "I have nothing to do."}, stays=True)
    hears(office)
    extends(office)
    # The new days hold when all have approved them again, and take the questions of the old ones along.
    answers(office, phone, mailbox.letter(HOST, APPROVE), "agreement-anew-host", "Godkänn")
    answers(office, phone, mailbox.letter(PARTICIPANT, APPROVE_ENGLISH), "agreement-anew-participant", "Approve")
    approves(office, "ali", "gäller nu")
    # The unit is asked whether its place still holds.
    living.sets_the_clock(UNCONFIRMED)
    answers(office, phone, mailbox.letter(HOST, "Stämmer praktikplatserna"), "confirm", "De stämmer")
    living.sets_the_clock(EXTENDED)
    answers(office, phone, mailbox.letter(SUPERVISOR, "Hur slutade praktiken"), "end", "Gick klart")
    living.sets_the_clock(EXTENDED + 1)
    answers(
        office, phone, mailbox.letter(PARTICIPANT, "How is the placement"), "voice", "Send the answers",
        [f"input[name={question}][value=yes]" for question in ("tasks", "alone", "swedish")])
    answers(
        office, phone, mailbox.letter(SUPERVISOR, FOLLOW_UP), "follow-up-host", "Skicka",
        ["input[name=progress][value=as_planned]"])
    mail(office)
    living.sets_the_clock(EXTENDED + 30)
    # A day's slack, for whoever runs this around midnight.
    later = today() + datetime.timedelta(days=EXTENDED + 29)
    answers(
        office, phone, mailbox.letter(SUPERVISOR, FOLLOW_UP, later), "follow-up-host-after", "Ja, anställd hos oss")
    answers(
        office, phone, mailbox.letter(PARTICIPANT, "How are you doing now?"), "follow-up", "Send",
        ["input[name=status][value=employed]"])
    works(office)
    remembers(living)


def mail(office):
    """What was sent, as the coordinator sees it: whether it arrived, and nobody's name."""
    sign_in(office, "karin")
    office.follows("Utskick")
    office.sees("Överenskommelse att godkänna")
    assert "example" not in office.page.inner_text("main") and "Åkesson" not in office.page.inner_text("main")
    office.looks("life-mail")
    office.page.locator("main tbody th a").first.click()
    office.sees("Försök att skicka")
    office.looks("life-message")
    office.signs_out()


def hears(office):
    """What the participant complains of is the coordinator's to handle, and the host's not to know."""
    sign_in(office, "rut")
    office.goes("/placements/P-1")
    office.sees_not("nothing to do")
    office.signs_out()
    sign_in(office, "karin")
    office.sees("har klagat")
    office.signs_out()


def works(office):
    """What the participant told, with its day and who told it."""
    sign_in(office, "karin")
    office.goes("/placements/P-1")
    office.sees("anställd", "deltagaren")
    office.looks("life-followed-up")
    office.signs_out()


def remembers(living):
    """Every step is in the log, by whoever took it."""
    living.praktik("audit", "verify")
    lines = living.praktik("audit", "list", "--last", "1000", "--format", "csv").splitlines()[:0:-1]
    steps = [tuple(line.split(",")[2:6]) for line in lines]
    taken = [f"{actor} {role} {action}" for actor, role, action, outcome in steps if outcome == "done"]
    wanted = [
        "rut registrar slot.register", "ali referrer participant.register", "karin coordinator match.run",
        "karin coordinator match.decide", "SBF-LOK registrar placement.answer", "SFI/B-1 participant placement.answer",
        "SBF-LOK registrar agreement.approve", "ali referrer agreement.approve", "karin coordinator agreement.approve",
        "karin coordinator check.record", "H-LOK-1 supervisor placement.step", "karin coordinator agreement.change",
        "SBF-LOK registrar agreement.approve", "SFI/B-1 participant agreement.approve", "ali referrer agreement.approve",
        "H-LOK-1 supervisor placement.step", "SFI/B-1 participant follow_up.answer",
    ]
    rest = iter(taken)
    for step in wanted:
        assert step in rest, f"the log has no {step} in its place, but {taken}"
