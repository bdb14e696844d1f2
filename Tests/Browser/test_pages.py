"""Every page that each role can reach, in both languages, held against everything a page must stand."""

import pytest

from checks import glance, look, on_paper
from crawl import crawl
from people import PASSWORD, PEOPLE, sign_in

# In Swedish after the journeys by mouse, in English after those by keyboard: there is more on the pages then.
pytestmark = pytest.mark.parametrize("way", ["mouse", "keyboard"], indirect=True)

# Pages of a kind that were looked at whole: the next role's gets a glance.
_looked = set()


@pytest.mark.parametrize("person", PEOPLE)
def test_every_page(person, onlooker, request):
    sign_in(onlooker, person)
    onlooker.reads(onlooker.language)
    language, is_long = onlooker.language, request.config.getoption("--long")

    def each(kind, is_first):
        name = f"page{kind.replace('/', '-').replace('*', 'x')}"
        if is_long or (is_first and (kind, language) not in _looked):
            _looked.add((kind, language))
            onlooker.faults += look(onlooker.page, name, language)
        else:
            onlooker.faults += glance(onlooker.page, f"{name}-{person}", language)

    kinds = crawl(onlooker.page, onlooker.service.address, each, most_of_a_kind=10 if is_long else 1)
    assert len(kinds) > 2, f"{person} reaches only {sorted(kinds)}"


def test_pages_for_anybody(onlooker):
    for path in ("/sign-in", "/accessibility", "/nothing-here"):
        onlooker.goes(path)
        onlooker.reads(onlooker.language)
        onlooker.looks(f"anybody{path.replace('/', '-')}")


# Who may send this form, and the fields to empty first; sent as it is then, each is wrong somewhere.
_FORMS = {
    "/account": ("eva", []),
    "/calendar/new": ("karin", ["Påminn så många dagar före|Remind so many days before"]),
    "/imports": ("karin", []),
    "/outcomes/new": ("karin", ["Kontrollerat den|Checked on"]),
    "/participants/new": ("karin", []),
    "/placements/new": ("karin", []),
    "/referrers/new": ("astrid", []),
    "/rounds/new": ("karin", ["Från och med|From"]),
    "/slots/new": ("karin", ["Hur många samtidigt|How many at a time"]),
    "/units/new": ("astrid", []),
    "/users/new": ("astrid", []),
}


@pytest.mark.parametrize("path", _FORMS)
def test_form_sent_empty(path, onlooker):
    """What is wrong is summed up on top with links to the fields, and said beside each."""
    person, emptied = _FORMS[path]
    sign_in(onlooker, person)
    onlooker.reads(onlooker.language)
    onlooker.goes(path)
    for label in emptied:
        onlooker.fills(label, "")
    onlooker.page.locator("main form.form button").last.click()
    onlooker.sees("Det här behöver rättas|This needs mending")
    assert onlooker.page.title().startswith(onlooker.word("Fel: |Error: ")), onlooker.page.title()
    assert onlooker.page.locator("[aria-invalid=true]").count() > 0
    onlooker.faults += glance(onlooker.page, f"empty{path.replace('/', '-')}", onlooker.language)


# Pages that no link leads to: who asks for them, what they say.
_UNLINKED = {
    "/users": ("karin", "Inte tillåtet|Not allowed"),
    "/slots/NO-SUCH": ("karin", "Sidan finns inte|Page not found"),
    "/slots?q=zzz": ("karin", "Inga platser|No slots"),
    "/participants?q=zzz": ("karin", "Inga deltagare|No participants"),
    "/placements?q=zzz": ("karin", "Inga placeringar|No placements"),
    "/audit?actor=zzz": ("astrid", "Inget i loggen|Nothing in the log"),
    "/figures/2001": ("eva", "2001"),
}


def test_pages_without_a_link(onlooker):
    for number, (path, (person, says)) in enumerate(_UNLINKED.items()):
        onlooker.page.context.clear_cookies()
        sign_in(onlooker, person)
        onlooker.reads(onlooker.language)
        onlooker.goes(path)
        onlooker.sees(says)
        onlooker.looks(f"unlinked-{number}{path.split('?')[0].replace('/', '-').lower()}")


def test_stale_edit(onlooker):
    """Whoever saves what another has changed meanwhile is warned, and keeps what was typed."""
    sign_in(onlooker, "karin")
    onlooker.reads(onlooker.language)
    onlooker.goes("/slots?state=offered")
    path = onlooker.page.locator("main tbody th a").first.get_attribute("href")
    onlooker.goes(path + "/change")
    other = onlooker.page.context.new_page()
    other.goto(onlooker.service.address + path + "/change")
    hours = other.locator("#hours")
    hours.fill("5" if hours.input_value() != "5" else "4")
    other.locator("main form.form button").last.click()
    other.wait_for_url("**" + path)
    onlooker.fills("Vad för slags arbete|What kind of work", "Skrivet samtidigt")
    onlooker.page.locator("main form.form button").last.click()
    onlooker.sees("har ändrats medan du skrev|was changed while you were writing")
    assert onlooker.value("Vad för slags arbete|What kind of work") == "Skrivet samtidigt"
    onlooker.looks("stale-edit")


def test_conflict(onlooker):
    """A button pressed on a page from before somebody else pressed it: refused in a sentence."""
    sign_in(onlooker, "rut")
    onlooker.reads(onlooker.language)
    onlooker.goes("/")
    other = onlooker.page.context.new_page()
    other.goto(onlooker.service.address + "/")
    other.get_by_role("button", name=onlooker.word("Samma igen|The same again")).first.click()
    other.locator(".flash").wait_for()
    onlooker.presses("Samma igen|The same again")
    onlooker.sees("Det gick inte|It could not be done")
    onlooker.looks("conflict")


def test_form_after_the_session_ended(onlooker):
    """What was typed when the session had ended is asked about after signing in, and sent only then."""
    sign_in(onlooker, "karin")
    onlooker.reads(onlooker.language)
    onlooker.goes("/slots/new")
    onlooker.fills("Vad för slags arbete|What kind of work", "Skrivet för länge sedan")
    onlooker.page.context.clear_cookies(name="praktik")
    onlooker.page.locator("main form.form button").last.click()
    onlooker.sees("Du var inte längre inloggad|You were no longer signed in")
    onlooker.looks("kept-form-sign-in")
    onlooker.fills("Användarnamn|User name", "karin")
    onlooker.fills("Lösenord|Password", PASSWORD)
    onlooker.presses("Logga in|Sign in")
    onlooker.sees("Skrivet för länge sedan")
    onlooker.looks("kept-form-question")
    onlooker.presses("Skicka nu|Send now")
    assert onlooker.value("Vad för slags arbete|What kind of work") == "Skrivet för länge sedan"
    onlooker.sees("Det här behöver rättas|This needs mending")


def test_on_paper(onlooker):
    sign_in(onlooker, "karin")
    onlooker.reads(onlooker.language)
    for path in ("/", "/slots", "/rounds/M-1", f"/figures/{onlooker.service.year}", "/placements/P-1"):
        onlooker.goes(path)
        onlooker.faults += on_paper(
            onlooker.page, f"paper{path.replace('/', '-').lower()}", onlooker.language)
